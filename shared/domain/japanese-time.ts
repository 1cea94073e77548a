const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
const dayAndTime = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'medium',
  timeStyle: 'short',
});

/** The calendar day in Japan as 'YYYY-MM-DD', wherever this computer's clock is set. */
export function japaneseDay(at: Date): string {
  return day.format(at);
}

/** Day and time in Japan as a reader sees them: '2026/04/01 9:30'; '' for an invalid date. */
export function japaneseDayAndTime(at: Date): string {
  return Number.isNaN(at.getTime()) ? '' : dayAndTime.format(at);
}
