import { parseDate } from '#shared/domain/dates.ts';
import { fiscalYearOf, parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { foldWidth } from '#shared/domain/text.ts';

const number = '(?:\\d{1,2}|元)';
const era = `(?:(?:明治|大正|昭和|平成|令和)${number}|(?<![a-z])[mtshr]\\.?${number})`;
const yearText = new RegExp(`(?:${era}|\\d{4})年度`, 'giu');
const range = new RegExp(`(?:${era}|\\d{4})(?:年度?)?(?:[~～〜]|-|から)(?:${era}|\\d{4})(?:年度?)?`, 'giu');
const dayText =
  /(?:(?:明治|大正|昭和|平成|令和)(?:\d{1,2}|元)年|[mtshr]\.?\d{1,2}[./]|\d{4}[年./-])\d{1,2}(?:月末日?|月|[月./-]\d{1,2}日?)(?:現在|時点)/giu;
const shortText = /(?<![a-z0-9])[rh]\d{1,2}(?![0-9a-z])/giu;

/** Fiscal years named in a text (令和7年度, 2025年度), in order. The term of a plan (令和3年度～令和7年度) is no year of a list. */
export function fiscalYearsIn(text: string): readonly number[] {
  const folded = foldWidth(text).replace(/\s/g, '').replace(range, '');
  const years = [...folded.matchAll(yearText)].map((match) => parseFiscalYear(match[0]));
  return years.filter((year) => year !== null);
}

/** The fiscal year of 「令和8年3月31日現在」 and 「令和8年3月末時点」. */
export function fiscalYearOfDay(text: string): number | null {
  const day = [...foldWidth(text).replace(/\s/g, '').matchAll(dayText)][0]?.[0];
  const parsed = day === undefined ? null : parseDate(day.replace(/(?:現在|時点)$/u, '').replace(/月末日?$/u, '月'));
  return parsed === null || parsed.precision === 'year' ? null : fiscalYearOf(parsed.iso);
}

/** R7 or H30 standing alone, as in names of files and sheets. */
export function shortFiscalYearIn(text: string): number | null {
  const short = [...foldWidth(text).matchAll(shortText)][0]?.[0];
  return short === undefined ? null : parseFiscalYear(short);
}
