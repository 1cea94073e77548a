import { firstDay, lastDay } from '#shared/domain/calendar.ts';
import { formatWareki, parseDate } from '#shared/domain/dates.ts';
import { fiscalYearEnd, fiscalYearOf, formatFiscalYear, parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { lastExpiredDay } from '#shared/domain/registration-end.ts';
import { cleanText, foldWidth } from '#shared/domain/text.ts';

/** First and last day, 'YYYY-MM-DD'; '' = open. */
export type Period = { readonly from: string; readonly to: string };

export const openPeriod: Period = { from: '', to: '' };

export function fiscalYearPeriod(fiscalYear: number): Period {
  return { from: `${fiscalYear}-04-01`, to: fiscalYearEnd(fiscalYear) };
}

/** Everything up to the day before `today`: what was valid until then is over. */
export function beforeToday(today: string): Period {
  return { from: '', to: lastExpiredDay(today) };
}

/**
 * The days that a typed date means: 令和6年度 is April to March, 令和6年 January to December, 2025/4 that month, R6.4.1 one day,
 * and R6.4.1～R7.3.31 from one to the other. A date without year is of the fiscal year of `today`. null = not readable.
 */
export function readPeriod(text: string, today: string): Period | null {
  const parts = foldWidth(cleanText(text)).split('~');
  if (parts.length === 1) return readTerm(text, today);
  const [start, end, ...more] = parts.map((part) => (part.trim() === '' ? openPeriod : readTerm(part, today)));
  if (start === undefined || start === null || end === undefined || end === null || more.length > 0) return null;
  return start.from === '' && end.to === '' ? null : { from: start.from, to: end.to };
}

function readTerm(text: string, today: string): Period | null {
  if (/年度\s*$/u.test(text)) {
    const fiscalYear = parseFiscalYear(text);
    return fiscalYear === null ? null : fiscalYearPeriod(fiscalYear);
  }
  const date = parseDate(text, { fiscalYear: fiscalYearOf(today) });
  return date === null ? null : { from: firstDay(date.iso), to: lastDay(date.iso) };
}

/**
 * A period as the filter's partial dates. A start on the first of a month or year is that month or year: so a date known only to the
 * month ('2024-04') is not left out.
 */
export function periodRange({ from, to }: Period): Period {
  return { from: from.replace(/-01$/u, '').replace(/^(\d{4})-01$/u, '$1'), to };
}

/** The days of a filter's range, whose ends may be partial dates. */
export function rangePeriod({ from, to }: Period): Period {
  return { from: from === '' ? '' : firstDay(from), to: to === '' ? '' : lastDay(to) };
}

/** A period that has a name of its own (令和6年度, 令和6年, 令和7年4月, a day), else null. */
export function periodName({ from, to }: Period): string | null {
  if (from === '' || to === '') return null;
  if (from === to) return formatWareki(from, 'long');
  const fiscalYear = fiscalYearPeriod(fiscalYearOf(from));
  if (from === fiscalYear.from && to === fiscalYear.to) return formatFiscalYear(fiscalYearOf(from));
  const partial = [from.slice(0, 7), from.slice(0, 4)].find((iso) => firstDay(iso) === from && lastDay(iso) === to);
  return partial === undefined ? null : formatWareki(partial, 'long');
}
