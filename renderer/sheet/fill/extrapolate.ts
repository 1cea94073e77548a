import { lastDay } from '#shared/domain/calendar.ts';
import { dayNumber, isoOfDay, partsOfDay } from './day-number.ts';
import { modulo } from './reading.ts';

/** Value at an index of the series: 0 is the first seed, below it lies what comes before; null when the seeds follow no rule. */
export type Series = (index: number) => number | null;

/** Whole numbers with one step between them go on exactly; others along their line of best fit, as in Excel. */
export function linearSeries(values: readonly number[], singleStep: number): Series {
  const [first = 0, second = first + singleStep] = values;
  const step = second - first;
  const isEven = values.every((value, index) => value === first + step * index);
  return isEven ? (index) => first + step * index : trend(values);
}

function trend(values: readonly number[]): Series {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0) / spread;
  return (index) => mean + slope * (index - middle);
}

/** A list that begins again at its end: 月, 水 go on with 金, 日, 火. Seeds with uneven steps follow no rule. */
export function cyclicSeries(values: readonly number[], cycle: number, singleStep: number): Series {
  const [first = 0, second = first + singleStep] = values;
  const step = second - first;
  const isEven = values.every((value, index) => modulo(value - first - step * index, cycle) === 0);
  return (index) => (isEven ? modulo(first + step * index, cycle) : null);
}

/**
 * Days: by months or years when all have the same day of the month, at the end of the month when all are there
 * (31 January, 28 February), else by days.
 */
export function daySeries(values: readonly number[]): Series {
  const [first = 0] = values;
  const start = partsOfDay(first);
  const months = values.map((value) => monthOf(value));
  const byMonths = linearSeries(months, 0);
  const isMonthly =
    values.length > 1 && months[1] !== months[0] && months.every((one, index) => one === byMonths(index));
  const areLast = values.every((value) => lastDay(isoOfDay(value).slice(0, 7)) === isoOfDay(value));
  const areSameDay = values.every((value) => partsOfDay(value).day === start.day);
  if (!isMonthly || !(areLast || areSameDay)) return linearSeries(values, 1);
  return (index) => dayInMonth(byMonths(index) ?? 0, areLast ? 31 : start.day);
}

function monthOf(days: number): number {
  const { year, month } = partsOfDay(days);
  return year * 12 + month - 1;
}

/** The day in that month, or the month's last one where it is shorter; null outside the years that have four digits. */
function dayInMonth(month: number, day: number): number | null {
  const year = Math.floor(month / 12);
  if (year < 1000 || year > 9999) return null;
  const yearMonth = `${year}-${String(modulo(month, 12) + 1).padStart(2, '0')}`;
  const last = dayNumber(lastDay(yearMonth));
  return Math.min(last, dayNumber(`${yearMonth}-01`) + day - 1);
}
