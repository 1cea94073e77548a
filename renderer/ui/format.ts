import { formatWareki } from '#shared/domain/dates.ts';
import { commonText } from '#shared/messages/ui/common.ts';

const counts = new Intl.NumberFormat('ja-JP');
const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short' });

/** 28114 → 28,114 */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** 2025-09-12 → 令和7年9月12日(金); text of another form is returned as it is. */
export function formatDayWithWeekday(isoDay: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(isoDay);
  if (match === null) return isoDay;
  const day = new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return `${formatWareki(isoDay, 'long')}(${weekday.format(day)})`;
}

/** ISO day of an instant, local. */
function localDay(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

/** Time of day of an instant, local: 9:05. */
export function formatTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

function dayNumber(date: Date): number {
  return Math.floor(new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 86_400_000 + 0.5);
}

/** 今日 10:32 / 昨日 16:40 / 9月10日 14:00 / 令和6年9月10日 14:00 */
export function formatMoment(instant: string, now: Date = new Date()): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const time = formatTime(instant);
  const age = dayNumber(now) - dayNumber(date);
  if (age === 0) return `${commonText.today} ${time}`;
  if (age === 1) return `${commonText.yesterday} ${time}`;
  if (date.getFullYear() === now.getFullYear()) return `${date.getMonth() + 1}月${date.getDate()}日 ${time}`;
  return `${formatWareki(localDay(date), 'long')} ${time}`;
}

/** 1536 → 1.5 KB */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit] ?? ''}`;
}
