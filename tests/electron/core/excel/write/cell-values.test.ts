import { describe, expect, test } from 'vitest';
import { cellReference, columnLetters, parseCellReference } from '#core/excel/write/cell-address.ts';
import { excelSerial } from '#core/excel/write/excel-date.ts';
import { displayWidth, textHeight } from '#core/excel/write/row-height.ts';

describe('cell addresses', () => {
  test('go to A1 notation and back', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    for (const reference of ['A1', 'B10', 'XFD1048576']) {
      const place = parseCellReference(reference);
      expect(place === undefined ? undefined : cellReference(place)).toBe(reference);
    }
    expect(parseCellReference('$B$10')).toEqual({ row: 9, column: 1 });
  });

  test('outside of a sheet are none', () => {
    expect(['', 'A0', '10', 'XFE1', 'A1048577', 'a1', 'A1:B2'].map(parseCellReference)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});

describe('excelSerial', () => {
  test('gives the day number that a date format shows', () => {
    expect(excelSerial('2025-04-01')).toBe(45_748);
    expect(excelSerial('1900-03-01')).toBe(61);
    expect(excelSerial('2024-02-29')).toBe(45_351);
  });

  test('refuses what is no day, and days that Excel counts wrongly', () => {
    expect(['2025-02-29', '2025-4-1', '', '1900-02-28', 'R7.4.1'].map(excelSerial)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});

describe('row heights', () => {
  test('count kanji as two, half-width kana as one and combining marks as nothing', () => {
    expect(displayWidth('市民ABC')).toBe(7);
    expect(displayWidth('ｶﾞ')).toBe(2);
    expect(displayWidth('か\u3099')).toBe(2);
    expect(displayWidth('𠮷')).toBe(2);
  });

  test('grow with line breaks and with text wider than the column, never above what Excel draws', () => {
    const one = textHeight('一行', 20, 'text');
    expect(textHeight('一行\n二行', 20, 'text')).toBeGreaterThan(one * 1.5);
    expect(textHeight('あ'.repeat(30), 20, 'text')).toBeGreaterThan(one * 2);
    expect(textHeight('あ'.repeat(30), 20, 'code')).toBe(one);
    expect(textHeight('あ'.repeat(30_000), 20, 'text')).toBe(409);
  });
});
