import { isoOf, lastDay } from '#shared/domain/calendar.ts';
import { type Era, eraOf } from '#shared/domain/era.ts';
import { dayNumber, partsOfDay } from './day-number.ts';
import { weekdays } from './read-list.ts';
import { modulo, narrow, type Reading, widenLike } from './reading.ts';
import {
  type DateField,
  type DateUnit,
  fieldText,
  shownWidth,
  type WrittenDate,
  writtenDates,
} from './written-date.ts';

/** Years that dates without one are counted in: only one of them has a 29 February. */
const COMMON_YEAR = 2001;
const LEAP_YEAR = 2004;

type Parts = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly quarter?: number;
};

/**
 * Dates, months, years and quarters of fiscal years, western or in eras: 2025-04-01, 2025/4/1(火), 令和7年4月1日, R7.4.1, 4月1日,
 * 令和7年4月, 令和7年度, 2025年度第1四半期. `inLeapYear` is the kind of year that dates without one belong to.
 */
export function readDate(seed: string, inLeapYear: boolean): Reading | null {
  for (const written of writtenDates(seed)) {
    const value = placeOf(written, inLeapYear ? LEAP_YEAR : COMMON_YEAR);
    if (value === null) continue;
    const width = shownWidth(written);
    return {
      series: ['date', written.unit, fieldText(written, 'rest'), fieldText(written, 'weekday') !== ''].join(' '),
      value,
      single: 'counts',
      isDay: written.unit === 'day' || written.unit === 'month-day',
      spelling: width === null ? {} : { width },
      write: (place, spelling) => writeDate(written, Math.round(place), { from: value, width: spelling.width }),
    };
  }
  return null;
}

/** Whether the seed is 29 February of no year. */
export function isLeapDay(seed: string): boolean {
  return /^0?2(?:月|\/)29日?/.test(narrow(seed));
}

/** The date as a number that grows by one for the next day, month, quarter or year; null when there is no such date. */
function placeOf(written: WrittenDate, assumedYear: number): number | null {
  const yearText = fieldText(written, 'year');
  const writtenYear = (written.era?.base ?? 0) + (yearText === '元' ? 1 : Number(yearText));
  const year = written.unit === 'month-day' ? assumedYear : writtenYear;
  const month = numberIn(written, 'month');
  const iso = isoOf(year, month, numberIn(written, 'day'));
  if (iso === null) return null;
  const places: Readonly<Record<DateUnit, () => number>> = {
    day: () => dayNumber(iso),
    'month-day': () => dayNumber(iso),
    month: () => year * 12 + (month ?? 1) - 1,
    quarter: () => year * 4 + (numberIn(written, 'quarter') ?? 1) - 1,
    year: () => year,
  };
  return places[written.unit]();
}

function numberIn(written: WrittenDate, name: 'month' | 'day' | 'quarter'): number | undefined {
  const text = fieldText(written, name);
  return text === '' ? undefined : Number(text);
}

function partsOf(unit: DateUnit, place: number): Parts {
  if (unit === 'year') return { year: place };
  if (unit === 'quarter') return { year: Math.floor(place / 4), quarter: modulo(place, 4) + 1 };
  if (unit === 'month') return { year: Math.floor(place / 12), month: modulo(place, 12) + 1 };
  return partsOfDay(place);
}

type Style = { readonly from: number; readonly width: number };

/** The date at another place in the seed's spelling: 平成31年4月30日 goes on with 令和元年5月1日, H31.4.30 with R1.5.1. */
function writeDate(written: WrittenDate, place: number, { from, width }: Style): string | null {
  const parts = partsOf(written.unit, place);
  const iso = isoOf(parts.year, parts.month, parts.day);
  const era = iso === null || written.era === null ? undefined : eraOf(lastDay(iso));
  if (iso === null || (written.era !== null && era === undefined)) return null;
  // Where no seed shows it, 2025-10-10 fills up with zeros and 2025/10/10 does not.
  const isIso = written.era === null && narrow(written.seed).includes('-');
  const digits = width === 0 ? (isIso ? 2 : 1) : width;
  const target = { written, parts, era, digits, moved: place - from };
  let text = '';
  let end = 0;
  for (const field of written.fields) {
    const spelled = written.seed.slice(field.start, field.start + field.text.length);
    text += written.seed.slice(end, field.start) + writeField(field, spelled, target);
    end = field.start + field.text.length;
  }
  return text + written.seed.slice(end);
}

type Target = {
  readonly written: WrittenDate;
  readonly parts: Parts;
  readonly era: Era | undefined;
  readonly digits: number;
  readonly moved: number;
};

function writeField(field: DateField, spelled: string, target: Target): string {
  const { written, parts, era, digits, moved } = target;
  const number = (value: number | undefined, width: number): string =>
    widenLike(written.seed, String(value).padStart(width, '0'));
  switch (field.name) {
    case 'era':
      return era === undefined ? spelled : eraLike(era, spelled);
    case 'year':
      return isFirstYear(target, field.text)
        ? '元'
        : number(parts.year - (era?.base ?? 0), field.text.startsWith('0') ? 2 : 1);
    case 'month':
      return number(parts.month, digits);
    case 'day':
      return number(parts.day, digits);
    case 'quarter':
      return number(parts.quarter, 1);
    case 'weekday':
      return weekdays.charAt(modulo(weekdays.indexOf(field.text) + moved, 7));
    case 'rest':
      return spelled;
  }
}

/** 元 for the first year of an era, but R1 and whatever seed has 令和1年. */
function isFirstYear({ written, parts, era }: Target, yearText: string): boolean {
  if (era === undefined || parts.year !== era.base + 1) return false;
  return yearText === '元' || (Number(yearText) !== 1 && !/^[a-z]/i.test(fieldText(written, 'era')));
}

/** 令和, 令, R, r or Ｒ, as the seed has it. */
function eraLike(era: Era, spelled: string): string {
  if (spelled.length > 1) return era.name;
  if (!/[a-z]/i.test(narrow(spelled))) return era.short;
  const letter = narrow(spelled) === spelled.toLowerCase() ? era.letter.toLowerCase() : era.letter;
  return narrow(spelled) === spelled ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}
