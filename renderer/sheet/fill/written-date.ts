import { type Era, eras } from '#shared/domain/era.ts';
import { weekdays } from './read-list.ts';
import { narrow } from './reading.ts';

export type DateUnit = 'day' | 'month-day' | 'month' | 'quarter' | 'year';
type FieldName = 'era' | 'year' | 'month' | 'day' | 'quarter' | 'weekday' | 'rest';
/** `text` in half width. */
export type DateField = { readonly name: FieldName; readonly text: string; readonly start: number };

/** A date as it was written: its fields in their order; what stands between them is taken from the seed again. */
export type WrittenDate = {
  readonly seed: string;
  readonly unit: DateUnit;
  readonly fields: readonly DateField[];
  readonly era: Era | null;
};

const fieldNames: readonly FieldName[] = ['era', 'year', 'month', 'day', 'quarter', 'weekday', 'rest'];
const eraNames = eras.flatMap((era) => [era.name, era.short, era.letter]).join('|');
const year = `(?<era>${eraNames})?(?<year>元|\\d{1,4})`;
const month = '(?<month>\\d{1,2})';
const day = '(?<day>\\d{1,2})';
const weekday = `(?:\\((?<weekday>[${weekdays}])(?:曜日?)?\\))?`;

const patterns: readonly { readonly unit: DateUnit; readonly match: RegExp }[] = [
  { unit: 'day', match: new RegExp(`^${year}(?:年|[-./]) ?${month}(?:月|[-./]) ?${day}日?${weekday}$`, 'di') },
  { unit: 'month-day', match: new RegExp(`^${month}(?:月|/)${day}日?${weekday}$`, 'di') },
  { unit: 'month', match: new RegExp(`^${year}(?:年 ?|[-./])${month}(?:月(?<rest>[分末号度])?)?$`, 'di') },
  { unit: 'quarter', match: new RegExp(`^${year}年度 ?第?(?<quarter>[1-4])四半期$`, 'di') },
  { unit: 'year', match: new RegExp(`^${year}年(?<rest>\\D{0,30})$`, 'di') },
];

/** The seed's text as dates of each kind that it looks like; whether there is such a day is not asked yet. */
export function writtenDates(seed: string): readonly WrittenDate[] {
  const narrowed = narrow(seed);
  return patterns
    .map(({ unit, match }) => ({ unit, found: match.exec(narrowed) }))
    .flatMap(({ unit, found }) => (found === null ? [] : [writtenDate(seed, unit, found)]))
    .filter(hasWholeYear);
}

function writtenDate(seed: string, unit: DateUnit, found: RegExpExecArray): WrittenDate {
  const fields = fieldNames
    .flatMap((name) => {
      const place = found.indices?.groups?.[name];
      return place === undefined ? [] : [{ name, text: narrow(seed.slice(...place)), start: place[0] }];
    })
    .sort((a, b) => a.start - b.start);
  const eraText = fields.find((field) => field.name === 'era')?.text.toUpperCase();
  const era = eras.find(({ name, short, letter }) => [name, short, letter].some((spelling) => spelling === eraText));
  return { seed, unit, fields, era: era ?? null };
}

/** A western year has four digits, a year of an era one or two, from 1 on. */
function hasWholeYear(written: WrittenDate): boolean {
  if (written.unit === 'month-day') return true;
  const yearText = fieldText(written, 'year');
  if (written.era === null) return yearText.length === 4;
  // R7-01 is more often the first number of a year than its January.
  const isCode = written.unit === 'month' && !/[年./]/.test(narrow(written.seed));
  return yearText.length <= 2 && Number(yearText) !== 0 && !isCode;
}

/** Text of a field in half width, '' where the date has none. */
export function fieldText(written: WrittenDate, name: FieldName): string {
  return written.fields.find((field) => field.name === name)?.text ?? '';
}

/** 2 when months and days are filled up with zeros (04/01), 1 when not (4/1), null when the text does not tell. */
export function shownWidth(written: WrittenDate): number | null {
  const texts = written.fields.filter(({ name }) => name === 'month' || name === 'day').map((field) => field.text);
  if (texts.some((text) => text.startsWith('0'))) return 2;
  return texts.some((text) => text.length === 1) ? 1 : null;
}
