import { foldCompatibility } from '#shared/domain/normalize.ts';
import type { TextSpan } from '#shared/domain/search-key.ts';

/** A letter with all that belongs to it: combining marks, the voicing mark of half-width kana, variation selectors. */
const letters = /[\s\S](?:\p{M}|[\uFF9E\uFF9F])*/gu;

/**
 * A text as it is compared, code unit by code unit, and for each unit where in the original its letter begins and ends.
 * One letter may become several (㈱) and several one (ｶﾞ). Unlike a match key it keeps spaces, dashes and brackets: who
 * replaces - must not hit the ー of サーバー.
 */
type Folded = { readonly text: string; readonly starts: readonly number[]; readonly ends: readonly number[] };

/** Letters are few and come again and again; what stands for itself is asked most. */
const folds = new Map<string, string>();
const mostRemembered = 20_000;

function foldLetter(letter: string): string {
  if (letter.length > 2) return foldAnew(letter);
  const known = folds.get(letter);
  if (known !== undefined) return known;
  const folded = foldAnew(letter);
  if (folds.size >= mostRemembered) folds.clear();
  folds.set(letter, folded);
  return folded;
}

function foldAnew(letter: string): string {
  return foldCompatibility(letter)
    .replace(/\p{Variation_Selector}/gu, '')
    .toLowerCase();
}

function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const letter of text.match(letters) ?? []) {
    const part = foldLetter(letter);
    const end = start + letter.length;
    parts.push(part);
    for (let unit = 0; unit < part.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { text: parts.join(''), starts, ends };
}

/** For each place of the wanted text: how much of its own beginning ends there (Knuth, Morris, Pratt). */
function ownBeginnings(wanted: string): Uint32Array {
  const lengths = new Uint32Array(wanted.length);
  let length = 0;
  for (let at = 1; at < wanted.length; at += 1) {
    while (length > 0 && wanted[at] !== wanted[length]) length = lengths[length - 1] ?? 0;
    if (wanted[at] === wanted[length]) length += 1;
    lengths[at] = length;
  }
  return lengths;
}

/** True when the stretch of the folded text begins and ends with a letter of the original: 株 is not found in ㈱. */
function isWhole({ starts, ends }: Folded, from: number, to: number): boolean {
  const startsLetter = from === 0 || starts[from] !== starts[from - 1];
  const endsLetter = to === ends.length || ends[to - 1] !== ends[to];
  return startsLetter && endsLetter;
}

/** Where the wanted text stands, whatever its width and case, from left to right without overlaps. Linear in both lengths. */
export function findInText(text: string, wanted: string): readonly TextSpan[] {
  const pattern = fold(wanted).text;
  if (pattern === '' || text === '') return [];
  const folded = fold(text);
  const lengths = ownBeginnings(pattern);
  const found: TextSpan[] = [];
  let matched = 0;
  for (let at = 0; at < folded.text.length; at += 1) {
    while (matched > 0 && folded.text[at] !== pattern[matched]) matched = lengths[matched - 1] ?? 0;
    if (folded.text[at] === pattern[matched]) matched += 1;
    if (matched < pattern.length) continue;
    const from = at + 1 - pattern.length;
    const isHit = isWhole(folded, from, at + 1);
    if (isHit) found.push({ start: folded.starts[from] ?? 0, end: folded.ends[at] ?? 0 });
    matched = isHit ? 0 : (lengths[matched - 1] ?? 0);
  }
  return found;
}

function isSameText(text: string, wanted: string): boolean {
  return fold(text).text === fold(wanted).text;
}

/**
 * The text with the wanted one replaced everywhere in it, all else as it was; null when it is not there.
 * `wholeCell`: only when it is all of the text.
 */
export function replaceInText(
  text: string,
  wanted: string,
  { replacement, wholeCell }: { readonly replacement: string; readonly wholeCell: boolean },
): string | null {
  if (wholeCell) return wanted !== '' && isSameText(text, wanted) ? replacement : null;
  const found = findInText(text, wanted);
  if (found.length === 0) return null;
  const kept = found.map(({ start }, index) => text.slice(found[index - 1]?.end ?? 0, start));
  return [...kept, text.slice(found.at(-1)?.end ?? 0)].join(replacement);
}
