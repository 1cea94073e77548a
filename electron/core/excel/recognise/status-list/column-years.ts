import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { fiscalYearsIn } from './fiscal-year-in-text.ts';

/** The fiscal year a header names: 令和6年度評価, R6, 実施状況>R6. */
export function yearOfHeader(header: string): number | null {
  const parts = header.split('>').map((part) => parseFiscalYear(part));
  return fiscalYearsIn(header)[0] ?? parts.find((year) => year !== null) ?? null;
}

/** The header without its year: '' for R6. */
export function withoutYear(header: string): string {
  return matchKey(header).replace(/(?:令和|平成|昭和|[rhs])?(?:\d+|元)年?度?|[>()]/gu, '');
}

/** Columns of the same name as a chosen one but for another fiscal year. */
export function otherYearColumns(columns: readonly TableColumn[]): readonly TableColumn[] {
  const chosen = columns.filter((column) => column.field !== null && yearOfHeader(column.header) !== null);
  return columns.filter(
    (column) =>
      column.field === null &&
      yearOfHeader(column.header) !== null &&
      chosen.some((other) => withoutYear(other.header) === withoutYear(column.header)),
  );
}

const yearFields = ['mark', 'disposition', 'note'] as const;

/** 実施状況 of another year is no 検証内容 of this one: columns that differ in their year only hold the same field. */
function withoutTwins(columns: readonly TableColumn[]): readonly TableColumn[] {
  const first = new Map<string, TableColumn>();
  for (const field of yearFields) {
    const own = columns.find((column) => column.field === field);
    if (own === undefined || yearOfHeader(own.header) === null) continue;
    const name = withoutYear(own.header);
    if (!first.has(name)) first.set(name, own);
  }
  return columns.map((column) => {
    const twin = yearFields.some((field) => field === column.field) ? first.get(withoutYear(column.header)) : undefined;
    const isTwin = twin !== undefined && twin.field !== column.field && yearOfHeader(column.header) !== null;
    return isTwin ? { ...column, field: null } : column;
  });
}

/** Of columns that stand side by side for several years, the wanted year's or the newest that holds something gets the field. */
export function preferYear(
  columns: readonly TableColumn[],
  wanted: number | undefined,
  isFilled: (column: number) => boolean,
): readonly TableColumn[] {
  let result = withoutTwins(columns);
  for (const field of yearFields) {
    const chosen = result.find((column) => column.field === field);
    if (chosen === undefined || yearOfHeader(chosen.header) === null) continue;
    const group = result.filter(
      (column) =>
        (column.field === field || column.field === null) && withoutYear(column.header) === withoutYear(chosen.header),
    );
    const best = group.find((column) => yearOfHeader(column.header) === wanted) ?? newest(group, isFilled);
    result = result.map((column) => {
      if (column.index === best?.index) return { ...column, field };
      return column.field === field ? { ...column, field: null } : column;
    });
  }
  return result;
}

const wholeYear = /通期|年度末|年間|最終|期末|今回|今年度|本年度|当年度/u;
const firstPart = /中間|見込|前回|前年度|昨年度/u;

/**
 * Of 上半期 | 下半期, 中間 | 最終, 前回 | 今回 below one header the last word counts: the whole year's or the newer one that holds
 * something gets the field.
 */
export function preferPeriod(
  columns: readonly TableColumn[],
  isFilled: (column: number) => boolean,
): readonly TableColumn[] {
  let result = columns;
  for (const field of ['mark', 'disposition', 'note'] as const) {
    const chosen = result.find((column) => column.field === field);
    if (chosen === undefined || periodRank(chosen.header) === 0) continue;
    const group = result.filter(
      (column) =>
        (column.field === field || column.field === null) &&
        periodRank(column.header) !== 0 &&
        withoutPeriod(column.header) === withoutPeriod(chosen.header),
    );
    const best = group
      .filter(({ index }) => isFilled(index))
      .toSorted((a, b) => periodRank(b.header) - periodRank(a.header))[0];
    if (best === undefined) continue;
    result = result.map((column) => {
      if (column.index === best.index) return { ...column, field };
      return column.field === field ? { ...column, field: null } : column;
    });
  }
  return result;
}

const firstHalf = /上半期|上期|前期|前半/u;
const secondHalf = /下半期|下期|後期|後半/u;

/** 0 for a header that names no period. */
function periodRank(header: string): number {
  if (wholeYear.test(header)) return 4;
  if (secondHalf.test(header)) return 3;
  if (firstHalf.test(header)) return 2;
  return firstPart.test(header) ? 1 : 0;
}

function withoutPeriod(header: string): string {
  const words = [wholeYear, secondHalf, firstHalf, firstPart];
  return words.reduce((text, word) => text.replace(word, ''), matchKey(header)).replace(/[>()]/g, '');
}

/** A column printed for the next year but empty yet is not meant. */
function newest(columns: readonly TableColumn[], isFilled: (column: number) => boolean): TableColumn | undefined {
  const filled = columns.filter((column) => isFilled(column.index));
  const candidates = filled.length > 0 ? filled : columns;
  return candidates.toSorted((a, b) => (yearOfHeader(b.header) ?? 0) - (yearOfHeader(a.header) ?? 0))[0];
}
