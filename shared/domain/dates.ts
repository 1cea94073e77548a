import { firstDay, isoOf, isoOfSerial, lastDay } from './calendar.ts';
import { type Era, eraEnd, eraOf, leadingEra } from './era.ts';
import { foldKanjiNumbers } from './kanji-number.ts';
import { cleanText, foldWidth } from './text.ts';

/** 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY': a date is kept as precise as it was written. */
export type PartialDate = string;
type DatePrecision = 'day' | 'month' | 'year';

/** What a reader should be told about a date: the era was over (平成31年5月) or not begun (令和元年4月30日), or something was assumed. */
export type DateNote = 'era-overrun' | 'era-early' | 'two-digit-year' | 'year-assumed' | 'serial';

export type ParsedDate = {
  readonly iso: PartialDate;
  readonly precision: DatePrecision;
  /** The text as given. */
  readonly raw: string;
  readonly note?: DateNote;
};

export type DateOptions = { readonly fiscalYear?: number };

type Found = { readonly iso: string | null; readonly note?: DateNote } | null;

const MAX_DATE_LENGTH = 100;
const SEPARATOR = '[-/.,、・]';
const yearFirst = new RegExp(
  `^(\\d{1,4})(?:年度?|${SEPARATOR})?(?:(?<=\\D)(\\d{1,2})(?:(?:月|${SEPARATOR})(?:(\\d{1,2})日?)?)?)?${SEPARATOR}?$`,
);
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const monthDay = /^(\d{1,2})(?:月|[-/.])(\d{1,2})日?$/;

/**
 * Reads a date as Japanese offices write it: wareki in any form (R7.4.1, 令和七年四月一日, 平成元年, S60, ㍻), western dates,
 * Excel serials 20000 to 60000, and with `fiscalYear` also 4/1. A date outside its era is converted and noted.
 * @returns null when the text is no single date. Never throws. Source: domain.md 6 no. 17 and 18, scenario 35.
 */
export function parseDate(text: string, options: DateOptions = {}): ParsedDate | null {
  if (text.length > MAX_DATE_LENGTH) return null;
  const body = dateBody(text);
  const found =
    readEnd(body, options) ??
    readSerial(body) ??
    readCompact(body) ??
    readEra(body) ??
    readWestern(body) ??
    readWithoutCentury(body, options);
  if (found === null || found.iso === null) return null;
  const { iso, note } = found;
  const date = { iso, precision: precisionOf(iso), raw: text };
  return note === undefined ? date : { ...date, note };
}

/** What of the cell is date: folded, without spaces, time of day, weekday, year in the other calendar, 現在 and the like. */
function dateBody(text: string): string {
  const folded = foldWidth(cleanText(text)).toUpperCase();
  const withoutTime = folded.replace(/([\d日)])[T ] *\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?$/, '$1');
  const compact = foldKanjiNumbers(withoutTime.replace(/\s/g, '')).replace(/元(?=[年./-])/, '1');
  return compact
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\([^()]{1,16}\)/g, '')
    .replace(/[日月火水木金土]曜日?$/, '')
    .replace(/(?:現在|付け?|まで|迄|から|より|以降|頃|ごろ|設立|創立|結成|発足|登録|認証)$/, '')
    .replace(/^(?:['’]|西暦|AD)/, '')
    .replace(/\.{2,}/g, '.');
}

function precisionOf(iso: string): DatePrecision {
  if (iso.length === 4) return 'year';
  return iso.length === 7 ? 'month' : 'day';
}

/** R8.3末, 令和8年3月末日: the last day of the month; 令和7年度末: 31 March. */
function readEnd(body: string, options: DateOptions): Found {
  const [, rest] = /^(.*?)末日?$/.exec(body) ?? [];
  if (rest === undefined || rest === '') return null;
  const date = parseDate(rest, options);
  if (date === null || date.precision === 'day') return null;
  const isFiscalYear = date.precision === 'year' && rest.endsWith('度');
  const iso = isFiscalYear ? `${Number(date.iso) + 1}-03-31` : lastDay(date.iso);
  return date.note === undefined ? { iso } : { iso, note: date.note };
}

function readSerial(body: string): Found {
  if (!/^\d{5}(?:\.\d{1,15})?$/.test(body)) return null;
  const serial = Number(body);
  return serial >= 20_000 && serial < 60_001 ? { iso: isoOfSerial(serial), note: 'serial' } : null;
}

function readCompact(body: string): Found {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})?$/.exec(body) ?? [];
  return year === undefined ? null : { iso: isoOfTexts(year, month, day) };
}

function readEra(body: string): Found {
  const leading = leadingEra(body);
  if (leading === null) return null;
  const rest = leading.rest.replace(/^元/, '1');
  const [, year, month, day] = /^(\d{2})(\d{2})(\d{2})$/.exec(rest) ?? yearFirst.exec(rest) ?? [];
  if (year === undefined || Number(year) === 0) return null;
  const iso = isoOfTexts(String(leading.era.base + Number(year)), month, day);
  const note = iso === null ? undefined : eraNote(leading.era, iso);
  return note === undefined ? { iso } : { iso, note };
}

function eraNote(era: Era, iso: string): DateNote | undefined {
  const end = eraEnd(era);
  if (end !== undefined && firstDay(iso) >= end) return 'era-overrun';
  return lastDay(iso) < era.start ? 'era-early' : undefined;
}

function readWestern(body: string): Found {
  const [, year, month, day] = yearFirst.exec(body) ?? [];
  if (year?.length === 4) return { iso: isoOfTexts(year, month, day) };
  const [, lastMonth, lastDayOfMonth, lastYear] = yearLast.exec(body) ?? [];
  return lastYear === undefined ? null : { iso: isoOfTexts(lastYear, lastMonth, lastDayOfMonth) };
}

/** 25/4/1 (Excel's rule: 00 to 29 are 20xx; near `fiscalYear` when known) and, only with `fiscalYear`, 4/1 or 4月. */
function readWithoutCentury(body: string, { fiscalYear }: DateOptions): Found {
  const [, year, month, day] = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(body) ?? [];
  if (year !== undefined) {
    const lastYear = fiscalYear === undefined ? 2029 : fiscalYear + 20;
    const century = Math.floor((lastYear - Number(year)) / 100) * 100;
    return { iso: isoOfTexts(String(century + Number(year)), month, day), note: 'two-digit-year' };
  }
  const [, onlyMonth, onlyDay] = monthDay.exec(body) ?? /^(\d{1,2})月$/.exec(body) ?? [];
  if (onlyMonth === undefined || fiscalYear === undefined) return null;
  const calendarYear = Number(onlyMonth) >= 4 ? fiscalYear : fiscalYear + 1;
  return { iso: isoOfTexts(String(calendarYear), onlyMonth, onlyDay), note: 'year-assumed' };
}

function isoOfTexts(year: string, month: string | undefined, day: string | undefined): string | null {
  return isoOf(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  );
}

/**
 * Wareki of a partial date: 'R7.4.1' (short) or '令和7年4月1日', '令和元年' (long), with the precision it has.
 * A month or year that two eras share takes the later era. Before Meiji the western date; a text that is no date stays as it is.
 */
export function formatWareki(iso: PartialDate, style: 'short' | 'long'): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const era = eraOf(lastDay(iso));
  const number = era === undefined ? Number(year) : Number(year) - era.base;
  const parts = [month, day].filter((part) => part !== undefined).map(Number);
  if (style === 'short') return `${era?.letter ?? ''}${[number, ...parts].join('.')}`;
  const longYear = `${era?.name ?? ''}${era !== undefined && number === 1 ? '元' : number}年`;
  return [longYear, ...parts.map((part, index) => `${part}${index === 0 ? '月' : '日'}`)].join('');
}

/** '令和7年' of a calendar year; the era at its end, so 2019 is 令和元年. */
export function formatWarekiYear(year: number): string {
  return formatWareki(String(year), 'long');
}
