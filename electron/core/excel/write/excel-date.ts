const DAY = 86_400_000;
/** Day 0 of Excel's 1900 system as JavaScript sees it; right from 1900-03-01 on, where Excel's false leap day is past. */
const EPOCH = Date.UTC(1899, 11, 30);
const FIRST_RELIABLE = 61;

/** '2026-04-01' → 46113, the number that a cell with a date format shows; undefined when it is no such date. */
export function excelSerial(isoDate: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(isoDate)) return undefined;
  const time = Date.parse(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== isoDate) return undefined;
  const serial = (time - EPOCH) / DAY;
  return serial >= FIRST_RELIABLE ? serial : undefined;
}
