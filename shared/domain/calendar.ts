/** Years a date of this program may have: what a group or a plan can be dated with. Outside it a text is no date. */
export const FIRST_YEAR = 1600;
export const LAST_YEAR = 2199;

const DAY_MS = 86_400_000;

/** Days of a month (month 1 to 12) in the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD' of the parts given; null when there is no such day or the year is out of range. */
export function isoOf(year: number, month?: number, day?: number): string | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  return day < 1 || day > daysInMonth(year, month) ? null : `${yearMonth}-${String(day).padStart(2, '0')}`;
}

/** First day of the day, month or year that a partial date names. */
export function firstDay(iso: string): string {
  return `${iso}${'-01-01'.slice(iso.length - 4)}`;
}

/** Last day of the day, month or year that a partial date names. */
export function lastDay(iso: string): string {
  if (iso.length === 4) return `${iso}-12-31`;
  if (iso.length !== 7) return iso;
  return `${iso}-${daysInMonth(Number(iso.slice(0, 4)), Number(iso.slice(5)))}`;
}

/** So many days after an ISO day, before it when negative: 2026-04-01 and -1 give 2026-03-31. */
export function addDays(isoDay: string, days: number): string {
  return new Date(Date.parse(isoDay) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of an Excel serial number of the 1900 system (45748 is 2025-04-01); the time of day is dropped. */
export function isoOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}
