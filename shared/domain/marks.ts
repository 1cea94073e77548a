import { type Mark, markOf } from './mark-glyphs.ts';
import { foldCompatibility } from './normalize.ts';
import { cleanText, isDash } from './text.ts';

export type { Mark } from './mark-glyphs.ts';
export { parseLegend } from './legend.ts';

export type ReadMark =
  | { readonly state: 'mark'; readonly glyph: string; readonly rest?: string }
  | { readonly state: 'not-applicable' }
  | { readonly state: 'blank' }
  | { readonly state: 'unknown'; readonly text: string };

/** The legend of 山口市's status list. */
export const defaultStatusMarks: readonly Mark[] = [
  markOf('◎', '実施済'),
  markOf('○', '継続推進'),
  markOf('△', '一部実施'),
  markOf('×', '検討中'),
];

/** 今後の取扱い of the same list; the word is its own glyph. */
export const defaultDispositions: readonly Mark[] = [
  { glyph: '完了', label: '完了', variants: ['完了', '完'] },
  { glyph: '継続', label: '継続', variants: ['継続', '継'] },
  { glyph: '廃止', label: '廃止', variants: ['廃止', '廃'] },
];

/**
 * Reads a cell of a mark column against the plan's marks: a variant, the mark's label, or '2:継続'.
 * A glyph with text behind it ('○(一部)', '◎済') is the mark with `rest`; two marks in a cell are unknown, a guess would be wrong.
 * Source: domain.md 6 no. 13, 15, 16 and 30.
 */
export function readMark(text: string, marks: readonly Mark[]): ReadMark {
  const cleaned = cleanText(text).replace(/[\uFE00-\uFE0F]/g, '');
  if (cleaned === '') return { state: 'blank' };
  const spellings = marks.flatMap((mark) =>
    [...mark.variants, mark.label].map((variant) => ({ mark, key: foldMark(variant) })),
  );
  const key = foldMark(cleaned).replace(/\s/g, '');
  const coded = key.replace(/^\(?\d{1,2}[):.](?=.)/, '');
  const exact =
    spellings.find((spelling) => spelling.key === key) ?? spellings.find((spelling) => spelling.key === coded);
  if (exact !== undefined) return { state: 'mark', glyph: exact.mark.glyph };
  if (isDash(cleaned)) return { state: 'not-applicable' };
  return readMarkWithRest(cleaned, spellings) ?? { state: 'unknown', text: cleaned };
}

type Spelling = { readonly mark: Mark; readonly key: string };

function readMarkWithRest(text: string, spellings: readonly Spelling[]): ReadMark | null {
  const key = foldMark(text);
  const longestFirst = spellings
    .filter((spelling) => spelling.key !== '')
    .toSorted((a, b) => b.key.length - a.key.length);
  const found = longestFirst.find((spelling) => key.startsWith(spelling.key));
  if (found === undefined || text.length < found.key.length) return null;
  const rest = sliceFolded(text, found.key.length).trim();
  if (foldMark(rest).replace(/^[\s:：（(]+|[\s)）]+$/gu, '') === foldMark(found.mark.label))
    return { state: 'mark', glyph: found.mark.glyph };
  const needsBreak = /^[\p{L}\p{N}]/u.test(found.key) ? !/^[\p{L}\p{N}]/u.test(rest) : true;
  const restKey = foldMark(rest);
  const second = longestFirst.some((spelling) => isSymbol(spelling.key) && restKey.includes(spelling.key));
  return needsBreak && !second && rest !== '' ? { state: 'mark', glyph: found.mark.glyph, rest } : null;
}

function isSymbol(key: string): boolean {
  return !/[\p{L}\p{N}]/u.test(key);
}

/** What is left of a text when as many folded characters are taken from its start. */
function sliceFolded(text: string, foldedLength: number): string {
  let taken = 0;
  let end = 0;
  for (const character of text) {
    if (taken >= foldedLength) break;
    taken += foldMark(character).length;
    end += character.length;
  }
  return text.slice(end);
}

function foldMark(text: string): string {
  return foldCompatibility(text).toLowerCase();
}
