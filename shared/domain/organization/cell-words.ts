import { activityFields } from '../activity-fields.ts';
import { formatWareki } from '../dates.ts';
import { formatPostal } from '../postal.ts';
import { matchKey } from '../text.ts';
import type { OrganizationFieldKind, OrganizationValue } from './fields.ts';

const shortLabels: ReadonlyMap<string, string> = new Map(activityFields.map(({ label, short }) => [label, short]));

/**
 * Every spelling in which the value of a cell is seen or typed, so that a search finds it in any: dates western and in both
 * forms of wareki, telephone and postal numbers with and without hyphens, flags in words, activity fields long and short.
 * Of a blank cell: none.
 */
export function cellWords(kind: OrganizationFieldKind, value: OrganizationValue): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'boolean') return [value ? '公開' : '非公開'];
  if (typeof value === 'object') return value.flatMap(labelWords);
  const text = String(value);
  switch (kind) {
    case 'date':
      return dateWords(text);
    case 'phone':
      return [text, text.replaceAll('-', '')];
    case 'postal':
      return [text, formatPostal(text)];
    default:
      return [text];
  }
}

/** Days come back in group after group, and telling their era takes longer than all else of a cell. */
const rememberedDates = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

function dateWords(iso: string): readonly string[] {
  const known = rememberedDates.get(iso);
  if (known !== undefined) return known;
  const words = [iso, formatWareki(iso, 'short'), formatWareki(iso, 'long')];
  if (rememberedDates.size >= MOST_REMEMBERED) rememberedDates.clear();
  rememberedDates.set(iso, words);
  return words;
}

/** The same as match keys. What formatWareki makes is one already but for the letter of the era. */
export function cellKeys(kind: OrganizationFieldKind, value: OrganizationValue): readonly string[] {
  const words = cellWords(kind, value);
  return kind === 'date' ? words.map((word) => word.toLowerCase()) : words.map(matchKey);
}

/** One label as a filter names it: the label itself and the short form that narrow columns show. */
function labelWords(label: string): string[] {
  const short = shortLabels.get(label);
  return short === undefined || short === label ? [label] : [label, short];
}
