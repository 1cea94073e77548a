import { isoOf } from './calendar.ts';
import { parseDate } from './dates.ts';
import { foldWidth } from './text.ts';

/** Longer texts are no date. */
const LONGEST = 40;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthName = `(${months.join('|')})[a-z]{0,6}`;
const time = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
const yearFirst = new RegExp(`^(\\d{4})(?:/|-|年)(\\d{1,2})(?:/|-|月)(\\d{1,2})日?${time}$`);
const era = /^(?:令和|平成|昭和|大正|明治)(?:\d{1,2}|元)年\d{1,2}月\d{1,2}日$/;
const yearLast = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const monthDay = /^(\d{1,2})月(\d{1,2})日$/;
const dayMonth = new RegExp(`^(\\d{1,2})-${monthName}(?:-\\d{2,4})?$`, 'i');
const monthNumber = new RegExp(`^${monthName}-(\\d{1,2})$`, 'i');

/**
 * What may have been typed before a spreadsheet made a date of it, the likeliest first: '2025-01-01', '1月1日' and '1-Jan' may have
 * been 1-1. @returns null when the text is not such a date. Source: domain.md 6 no. 18.
 */
export function typedBeforeDate(text: string): readonly string[] | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const body = foldWidth(text.trim());
  const [, year, month, day] = yearFirst.exec(era.test(body) ? (parseDate(body)?.iso ?? '') : body) ?? [];
  if (year !== undefined) return ofDay(Number(year), Number(month), Number(day));
  const [, lastMonth, lastDay, lastYear] = yearLast.exec(body) ?? [];
  if (lastYear !== undefined) return ofDay(Number(lastYear), Number(lastMonth), Number(lastDay));
  return withoutYear(body);
}

function withoutYear(body: string): readonly string[] | null {
  const [, month, day] = monthDay.exec(body) ?? [];
  if (month !== undefined && day !== undefined) return ofMonth(Number(month), Number(day));
  const [, ofNamed, named] = dayMonth.exec(body) ?? [];
  if (named !== undefined) return ofMonth(monthOf(named), Number(ofNamed));
  const [, first, number] = monthNumber.exec(body) ?? [];
  return first === undefined ? null : [`${monthOf(first)}-${Number(number)}`];
}

function monthOf(name: string): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

/** 29 February is a day of some year. */
function ofMonth(month: number, day: number): readonly string[] | null {
  return isoOf(2000, month, day) === null ? null : [`${month}-${day}`];
}

/** Numbers below this many days that were given a date format: 12 people shown as 12 January 1900. */
const LAST_SMALL_NUMBER = 1919;

function ofDay(year: number, month: number, day: number): readonly string[] | null {
  if (isoOf(year, month, day) === null) return null;
  if (year < LAST_SMALL_NUMBER) return [String(serialOf(year, month, day))];
  const short = year % 100;
  // Excel puts two digits up to 29 into this century, and takes 1-45 for January 1945.
  const isTyped = year >= 2001 && year < 2030;
  const other = isTyped
    ? [`${short}-${month}-${day}`]
    : day === 1
      ? [`${month}-${String(short).padStart(2, '0')}`]
      : [];
  return [`${month}-${day}`, ...other];
}

const DAY_MS = 86_400_000;
/** Up to here Excel counts with a 29 February 1900 that never was. */
const FALSE_LEAP_DAY = 60;

function serialOf(year: number, month: number, day: number): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY_MS);
  return days <= FALSE_LEAP_DAY ? days - 1 : days;
}
