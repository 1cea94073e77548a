import { type Mark, readMark } from '#shared/domain/marks.ts';
import { markOf } from '#shared/domain/mark-glyphs.ts';
import { foldCompatibility } from '#shared/domain/normalize.ts';
import { cleanText } from '#shared/domain/text.ts';
import { isStatusWord, rankOf } from './status-words.ts';

const MAX_CHOICE = 14;
const MAX_CHOICES = 12;
const code = /^[(（]?[0-9０-９]{1,2}[)）]?\s?[:：.．、)）]\s?(?=\D)/u;

/** Short values that no mark reads: choices when they say a status or stand in the column at least so often, else slips. */
export function unreadValues(values: readonly string[], marks: readonly Mark[], least: number): readonly Mark[] {
  const counts = new Map<string, number>();
  for (const text of values) {
    if (text.length > MAX_CHOICE || readMark(text, marks).state !== 'unknown') continue;
    const choice = withoutCode(text);
    counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }
  const isChoice = ([text, count]: readonly [string, number]): boolean => count >= least || isStatusWord(text);
  const frequent = [...counts].filter(isChoice).map(([text]) => text);
  return frequent.length > MAX_CHOICES ? [] : frequent.map((text) => markOf(text, text)).toSorted(byGlyph);
}

/** Words as marks: 完了, 実施中, 未着手, also with their number in a drop-down list (1:実施済). null when they are no choices. */
export function wordMarks(values: readonly string[]): readonly Mark[] | null {
  const choices = new Set(values.map(withoutCode));
  const isFew = choices.size <= MAX_CHOICES && choices.size < Math.max(3, values.length);
  if (!isFew || [...choices].some((text) => text.length > MAX_CHOICE)) return null;
  const coded = [...new Set(values)].toSorted();
  const ordered = coded.every((text) => code.test(text))
    ? [...new Set(coded.map(withoutCode))]
    : [...choices].toSorted().toSorted((a, b) => rankOf(a) - rankOf(b));
  return ordered.map((text) => markOf(text, text));
}

/** The number that a drop-down list puts before its words: 実施済 of '1:実施済'. */
function withoutCode(text: string): string {
  const choice = cleanText(text.replace(code, ''));
  return /^[Ａ-Ｚａ-ｚ０-９]$/u.test(choice) ? foldCompatibility(choice) : choice;
}

const withMeaning = /^([◎○〇◯●△▲×✕✖☆★□■◇◆])\s*[:：]?\s*[（(]?([\p{L}][^◎○〇◯●△▲×✕✖☆★□■◇◆]{0,14}?)[)）]?$/u;

/** '◎実施済' in every cell: the marks with their meanings, or null when the cells hold something else or one mark has several. */
export function joinedMarks(values: readonly string[]): readonly Mark[] | null {
  const meanings = new Map<string, Set<string>>();
  for (const text of values) {
    const [, glyph, meaning] = withMeaning.exec(text) ?? [];
    if (glyph === undefined || meaning === undefined) return null;
    meanings.set(glyph, (meanings.get(glyph) ?? new Set()).add(meaning));
  }
  if (values.length < 3 || meanings.size < 2 || [...meanings.values()].some((labels) => labels.size > 1)) return null;
  const order = ['◎', '○', '〇', '◯', '●', '△', '▲', '×', '✕', '✖'];
  const place = (glyph: string): number => (order.indexOf(glyph) + order.length) % order.length;
  return [...meanings]
    .map(([glyph, labels]) => markOf(glyph, [...labels][0] ?? glyph))
    .toSorted((a, b) => place(a.glyph) - place(b.glyph));
}

function byGlyph(a: Mark, b: Mark): number {
  return a.glyph < b.glyph ? -1 : Number(a.glyph > b.glyph);
}
