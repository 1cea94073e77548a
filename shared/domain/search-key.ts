import { toHiragana } from './kana.ts';
import { matchKey } from './text.ts';

/**
 * A key under which a search word and what is looked for meet: matchKey (width, case, spaces, dashes, variant kanji), and
 * katakana as hiragana. For searching only: トリ is no name for とり.
 */
export function searchKey(text: string): string {
  return toHiragana(matchKey(text));
}

/** The words of a query, each as a key; spaces of any width part them. */
export function searchWords(query: string): readonly string[] {
  return query
    .split(/[\s\u3000]+/u)
    .map(searchKey)
    .filter((word) => word !== '');
}

/** A stretch of a text: from `start` up to, not including, `end`. */
export type TextSpan = { readonly start: number; readonly end: number };

/** The key of a text, and for each letter of the key the place in the text it stands for. */
type KeyedText = { readonly key: string; readonly places: readonly TextSpan[] };

function keyedText(text: string): KeyedText {
  const places: TextSpan[] = [];
  let key = '';
  // A half-width kana and its voicing mark are one letter.
  for (const { 0: letter, index } of text.matchAll(/.[\uFF9E\uFF9F\u3099\u309A]?/gsu)) {
    const part = searchKey(letter);
    for (let count = 0; count < part.length; count++) places.push({ start: index, end: index + letter.length });
    key += part;
  }
  return { key, places };
}

/** Where the words (keys of searchWords) stand in a text, in order and without overlaps: what a list of hits highlights. */
export function findWords(text: string, words: readonly string[]): readonly TextSpan[] {
  const { key, places } = keyedText(text);
  const found: TextSpan[] = [];
  for (const word of words) {
    for (let at = key.indexOf(word); at !== -1; at = key.indexOf(word, at + word.length)) {
      const start = places[at]?.start ?? 0;
      found.push({ start, end: places[at + word.length - 1]?.end ?? start });
    }
  }
  return mergeSpans(found);
}

function mergeSpans(spans: readonly TextSpan[]): readonly TextSpan[] {
  const merged: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
