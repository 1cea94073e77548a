import { FIRST_YEAR, LAST_YEAR } from './calendar.ts';
import { formatWareki, formatWarekiYear } from './dates.ts';
import { type EraName, eras, leadingEra } from './era.ts';
import { foldKanjiNumbers } from './kanji-number.ts';
import { cleanText, foldWidth } from './text.ts';

const MAX_LENGTH = 60;

/** Fiscal year (April to March, by the calendar year it begins in) of a date; a date without a month counts as its own year. */
export function fiscalYearOf(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4));
  const month = isoDate.length >= 7 ? Number(isoDate.slice(5, 7)) : 4;
  return month >= 4 ? year : year - 1;
}

/** Last day of a fiscal year: 2025 gives '2026-03-31'. Registrations end on it. */
export function fiscalYearEnd(fiscalYear: number): string {
  return `${fiscalYear + 1}-03-31`;
}

/** '令和7年度'. 2019 is 令和元年度 and 1988 昭和63年度: the era at the end of the calendar year it begins in. */
export function formatFiscalYear(fiscalYear: number): string {
  return `${formatWarekiYear(fiscalYear)}度`;
}

/** 'R7', for narrow columns. */
export function shortFiscalYear(fiscalYear: number): string {
  return formatWareki(String(fiscalYear), 'short');
}

/**
 * Reads a year of a heading or cell: 令和7年度, R7, H18年度, 2025年度, 平成22年度, 令和7(2025)年度.
 * A number alone as in '(21) 3,011千円' is read only with `era`. @returns the year it begins in, null when it is none.
 */
export function parseFiscalYear(text: string, options: { readonly era?: EraName } = {}): number | null {
  if (text.length > MAX_LENGTH) return null;
  const folded = foldKanjiNumbers(foldWidth(cleanText(text)).toUpperCase().replace(/\s/g, ''));
  const body = folded
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\([^()]{1,16}\)/g, '')
    .replace(/年度?[分末]?$/, '');
  const western = /^(?:FY|西暦)?(\d{4})$/.exec(body)?.[1];
  if (western !== undefined) return inRange(Number(western));
  const leading = leadingEra(body);
  const era = leading?.era ?? eras.find((candidate) => candidate.name === options.era);
  const number = (leading?.rest ?? body).replace(/^元$/, '1');
  if (era === undefined || !/^\d{1,3}$/.test(number) || Number(number) === 0) return null;
  return inRange(era.base + Number(number));
}

function inRange(year: number): number | null {
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}
