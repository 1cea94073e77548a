/** The ISO day before: 2026-04-01 → 2026-03-31. A registration valid until that day is over on the given one. */
export function dayBefore(isoDay: string): string {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day - 1)).toISOString().slice(0, 10);
}
