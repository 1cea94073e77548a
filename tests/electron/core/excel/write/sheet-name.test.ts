import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeSheetName, safeSheetNames } from '#core/excel/write/sheet-name.ts';

describe('sheet names', () => {
  test('replace what Excel forbids with readable look-alikes', () => {
    expect(safeSheetName('実施状況[R7]')).toBe('実施状況［R7］');
    expect(safeSheetName('a:b\\c/d?e*f')).toBe('a：b￥c／d？e＊f');
    expect(safeSheetName("'引用'")).toBe('引用');
    expect(safeSheetName('History')).toBe('History_');
    expect(safeSheetName(' \n ')).toBe('シート');
  });

  test('are cut at 31 units without breaking a character in two', () => {
    expect(safeSheetName('あ'.repeat(40))).toBe('あ'.repeat(31));
    expect(safeSheetName(`${'あ'.repeat(30)}𠮷`)).toBe('あ'.repeat(30));
  });

  test('are made different for Excel, which ignores case', () => {
    expect(safeSheetNames(['一覧', '一覧', 'abc', 'ABC'])).toEqual(['一覧', '一覧(2)', 'abc', 'ABC(2)']);
    expect(safeSheetNames(['あ'.repeat(40), 'あ'.repeat(50)])[1]).toBe(`${'あ'.repeat(28)}(2)`);
  });

  test('are acceptable whatever they are made from', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (names) => {
        const safe = safeSheetNames(names);
        expect(new Set(safe.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of safe) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
