import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';

const digits = '[0-9０-９]';
const eraYear = `(?:明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHRＭＴＳＨＲ]\\.?)\\s?(?:${digits}{1,2}|元)`;
const year = `(?:${eraYear}|${digits}{4})`;
const range = new RegExp(`${year}(?:年度?)?\\s?(?:[~～〜－-]|から)\\s?${year}`, 'u');
const single = new RegExp(`${year}\\s?年度`, 'gu');
const western = new RegExp(`^${digits}{4}`, 'u');

/**
 * A title that names the fiscal year of its list, for another year: 令和6年度実施状況 → 令和7年度実施状況. Years are printed as they
 * were (令和7, R7, 2025, full width). The term of a plan (令和3年度～令和7年度) is not the year of a list.
 */
export function titleOfYear(title: string, fiscalYear: number | null): string {
  if (fiscalYear === null || range.test(title)) return title;
  return title.replace(single, (found) => {
    const isWide = /[０-９]/u.test(found);
    if (western.test(found)) return widen(`${fiscalYear}年度`, isWide);
    const letter = /^[MTSHRＭＴＳＨＲ]\.?/u.exec(found)?.[0];
    const words = formatFiscalYear(fiscalYear);
    const short = letter === undefined ? words : words.replace(/^令和元/u, '令和1').replace('令和', letter);
    return widen(short, isWide);
  });
}

function widen(text: string, isWide: boolean): string {
  return isWide ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;
}
