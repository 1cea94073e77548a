import { alternativesOf } from '#shared/domain/same-words.ts';
import { findWords, searchKey, searchWords } from '#shared/domain/search-key.ts';
import { blockText, type ManualPage } from './page.ts';

/** A heading with the text below it: what a search finds and opens. */
type Section = {
  readonly page: string;
  readonly pageTitle: string;
  /** '' = the text before the first heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
  readonly headingKey: string;
  readonly textKey: string;
};

export type ManualIndex = readonly Section[];

export type ManualHit = {
  readonly page: string;
  readonly pageTitle: string;
  readonly anchor: string;
  readonly heading: string;
  /** The text around the first word found. */
  readonly excerpt: string;
};

type Draft = { readonly anchor: string; readonly heading: string; readonly texts: readonly string[] };

function sectionsOf(page: ManualPage): readonly Section[] {
  const drafts: Draft[] = [{ anchor: '', heading: '', texts: [] }];
  for (const block of page.blocks) {
    if (block.kind === 'heading') drafts.push({ anchor: block.anchor, heading: block.text, texts: [] });
    else {
      const last = drafts.pop() ?? { anchor: '', heading: '', texts: [] };
      drafts.push({ ...last, texts: [...last.texts, blockText(block)] });
    }
  }
  return drafts.map(({ anchor, heading, texts }) => {
    const text = texts.join(' ');
    const headingKey = `${searchKey(page.title)} ${searchKey(heading)}`;
    return { page: page.name, pageTitle: page.title, anchor, heading, text, headingKey, textKey: searchKey(text) };
  });
}

/** What searchManual looks through: every heading of the pages with the text below it. */
export function indexManual(pages: readonly ManualPage[]): ManualIndex {
  return pages.flatMap(sectionsOf);
}

const IN_HEADING = 10;

function wordScore({ headingKey, textKey }: Section, word: string): number {
  if (headingKey.includes(word)) return IN_HEADING;
  return Math.min(textKey.split(word).length - 1, IN_HEADING);
}

/** What was typed counts most, then other words for it; a section must hold every word in one form. */
function score(section: Section, words: readonly string[]): number {
  const scores = words.map((word) => {
    const own = wordScore(section, word);
    const others = alternativesOf(word).map((other) => wordScore(section, other));
    return own > 0 ? own + IN_HEADING : Math.max(...others);
  });
  return scores.every((each) => each > 0) ? scores.reduce((sum, each) => sum + each, 0) : 0;
}

/** What a search marks in its hits: the words typed and the others for the same thing. */
export function markedWords(query: string): readonly string[] {
  return searchWords(query).flatMap(alternativesOf);
}

const BEFORE = 24;
const LENGTH = 90;

function excerptOf(text: string, words: readonly string[]): string {
  const start = Math.max(0, (findWords(text, words)[0]?.start ?? 0) - BEFORE);
  return `${start > 0 ? '…' : ''}${text.slice(start, start + LENGTH)}${text.length > start + LENGTH ? '…' : ''}`;
}

/** Sections that hold every word of the query, best first, at most `limit`. Kana, width and variant kanji make no difference,
 * and other words for the same thing are found, too. */
export function searchManual(index: ManualIndex, query: string, limit: number): readonly ManualHit[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const marked = markedWords(query);
  return index
    .map((section) => ({ section, points: score(section, words) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
    .map(({ section: { page, pageTitle, anchor, heading, text } }) => ({
      page,
      pageTitle,
      anchor,
      heading,
      excerpt: excerptOf(text, marked),
    }));
}
