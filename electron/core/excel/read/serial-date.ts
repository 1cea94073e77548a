const DAY_MS = 86_400_000;
/** 9999-12-31 */
const LAST_SERIAL = 2_958_466;
/** Days between the two date systems of Excel. */
const SHIFT_1904 = 1_462;

/**
 * Serial number of Excel to 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM:SS', calculated in UTC so that the PC's zone cannot move a day.
 * Undefined for what is no day: below 1, serial 60 (the 1900-02-29 that never was), beyond 9999.
 */
export function serialToDateTime(serial: number, is1904: boolean): string | undefined {
  const days = is1904 ? serial + SHIFT_1904 : serial;
  if (!(days >= 1 && days < LAST_SERIAL) || Math.floor(days) === 60) return undefined;
  const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const iso = new Date(start + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A time of day without a date, 'HH:MM' or 'HH:MM:SS'; undefined if the number is not within one day. */
export function serialToTime(serial: number): string | undefined {
  if (!(serial >= 0 && serial < 1)) return undefined;
  const time = new Date(Math.round((serial * DAY_MS) / 1000) * 1000).toISOString().slice(11, 19);
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}
