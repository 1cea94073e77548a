import { parseDate } from '../dates.ts';
import { matchKey } from '../text.ts';
import type { OrganizationFieldKind } from './fields.ts';

/** A text that somebody looks for in cells (see cellWords). `date`: the partial ISO date it means, in whatever spelling. */
export type LookedFor = { readonly key: string; readonly date: string | null };

/** Where in a value a key has to stand: at its beginning, at its end, or both, which is the whole value. */
export type Edges = { readonly begins: boolean; readonly ends: boolean };

/** The match key of a text without what only a writer adds (〒, the commas of 1,234), and its date; null when nothing is left. */
export function lookedFor(text: string): LookedFor | null {
  const key = matchKey(text)
    .replace(/^〒(?=.)/, '')
    .replace(/^\d{1,3}(?:,\d{3})+$/, (digits) => digits.replaceAll(',', ''));
  return key === '' ? null : { key, date: dateOf(text, key) };
}

/** Whether a value, folded by matchKey, holds a key at these edges; a date holds the year or month that is looked for. */
export function holdsKey(value: string, { key, date }: LookedFor, { begins, ends }: Edges): boolean {
  if (date !== null && (ends && !begins ? value === date : value.startsWith(date))) return true;
  if (begins) return ends ? value === key : value.startsWith(key);
  return ends ? value.endsWith(key) : value.includes(key);
}

/** What of it concerns a field of this kind: only a date can be the date that is meant. */
export function lookedForIn(kind: OrganizationFieldKind, word: LookedFor): LookedFor {
  return kind === 'date' || word.date === null ? word : { key: word.key, date: null };
}

/** Bare digits that are no year and no full day are telephone numbers and counts. */
function dateOf(text: string, key: string): string | null {
  if (/^\d*$/.test(key) && key.length !== 4 && key.length !== 8) return null;
  const date = parseDate(text);
  return date === null || date.note === 'serial' ? null : date.iso;
}
