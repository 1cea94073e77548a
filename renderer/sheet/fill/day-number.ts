import { isoOfSerial } from '#shared/domain/calendar.ts';

const DAY_MS = 86_400_000;
/** Excel's serial number of 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/** Days since 1970-01-01 of 'YYYY-MM-DD'. */
export function dayNumber(iso: string): number {
  return Date.parse(iso) / DAY_MS;
}

export function isoOfDay(days: number): string {
  return isoOfSerial(days + SERIAL_OF_1970);
}

export type DayParts = { readonly year: number; readonly month: number; readonly day: number };

export function partsOfDay(days: number): DayParts {
  const [year = 0, month = 1, day = 1] = isoOfDay(days).split('-').map(Number);
  return { year, month, day };
}
