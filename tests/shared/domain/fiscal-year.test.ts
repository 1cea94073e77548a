import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fiscalYearEnd,
  fiscalYearOf,
  formatFiscalYear,
  parseFiscalYear,
  shortFiscalYear,
} from '#shared/domain/fiscal-year.ts';

describe('the fiscal year', () => {
  test.each([
    ['2025-04-01', 2025],
    ['2026-03-31', 2025],
    ['2025-12', 2025],
    ['2026-03', 2025],
    ['2025', 2025],
  ])('of %s is %i', (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });

  test('ends on 31 March of the next year', () => {
    expect(fiscalYearEnd(2025)).toBe('2026-03-31');
    expect(fiscalYearOf(fiscalYearEnd(2025))).toBe(2025);
  });

  test('prints with the era at the end of its calendar year', () => {
    expect([1988, 1989, 2018, 2019, 2025].map(formatFiscalYear)).toEqual([
      '昭和63年度',
      '平成元年度',
      '平成30年度',
      '令和元年度',
      '令和7年度',
    ]);
    expect([2019, 2025].map(shortFiscalYear)).toEqual(['R1', 'R7']);
  });

  test.each([
    ['令和7年度', 2025],
    ['令和元年度', 2019],
    ['令和七年度', 2025],
    ['平成31年度', 2019],
    ['平成 2 2 年度', 2010],
    ['R7', 2025],
    ['Ｈ１８年度', 2006],
    ['2025年度', 2025],
    ['２０２５', 2025],
    ['FY2025', 2025],
    ['令和７（2025）年度', 2025],
    ['2018年度(平成30年度)', 2018],
    ['平成26年', 2014],
  ])('is read from %s', (text, year) => {
    expect(parseFiscalYear(text)).toBe(year);
  });

  test.each(['', '(21)', '7年度', 'R7.4.1', '第3次', '目標値', 'R0', '12345'])('is not read from %j', (text) => {
    expect(parseFiscalYear(text)).toBeNull();
  });

  test('of a bare number needs the era', () => {
    expect(parseFiscalYear('(21)', { era: '平成' })).toBe(2009);
    expect(parseFiscalYear('２２年度', { era: '平成' })).toBe(2010);
  });

  test('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1869, max: 2150 }), (year) => {
        expect(parseFiscalYear(formatFiscalYear(year))).toBe(year);
        expect(parseFiscalYear(shortFiscalYear(year))).toBe(year);
      }),
    );
  });
});
