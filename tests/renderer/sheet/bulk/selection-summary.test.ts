import { describe, expect, test } from 'vitest';
import { type SummaryCell, selectionSummary } from '#renderer/sheet/bulk/selection-summary.ts';

function cells(...values: readonly (string | number)[]): readonly SummaryCell[] {
  return values.map((value) => ({ text: String(value), number: typeof value === 'number' ? value : null }));
}
function summary(values: readonly SummaryCell[]): string {
  return selectionSummary({ cells: values.length, rows: values.length, columns: 1, values }).slice(1).join(' ');
}

describe('what the status bar says of the selected cells', () => {
  test('how many and of what shape', () => {
    expect(selectionSummary({ cells: 6, rows: 3, columns: 2, values: null })).toEqual(['選択 6セル(3行×2列)']);
    expect(selectionSummary({ cells: 28_114, rows: 14_057, columns: 2, values: null })).toEqual([
      '選択 28,114セル(14,057行×2列)',
    ]);
  });
  test('a single cell needs no words', () => {
    expect(selectionSummary({ cells: 1, rows: 1, columns: 1, values: cells(5) })).toEqual([]);
  });
  test('numbers have a sum and an average, blanks do not count', () => {
    expect(summary(cells(10, 20, '', 93, 0, 0))).toBe('データの個数 5 合計 123 平均 24.6');
    expect(summary(cells(0.1, 0.2))).toBe('データの個数 2 合計 0.3 平均 0.15');
  });
  test('text between numbers counts as data but not in the average', () => {
    expect(summary(cells(10, '多数', 20))).toBe('データの個数 3 合計 30 平均 15');
  });
  test('marks are counted, the most frequent first', () => {
    expect(summary(cells('○', '◎', '', '◎'))).toBe('データの個数 3 ◎2 ○1');
    expect(summary(cells('継続', '完了', '継続'))).toBe('データの個数 3 継続 2 完了 1');
  });
  test('longer texts, and more than six kinds, are not', () => {
    expect(summary(cells('任意団体です', '◎'))).toBe('データの個数 2');
    expect(summary(cells(...'あいうえおかき'))).toBe('データの個数 7');
  });
  test('cells of 100,000 characters take no time', () => {
    const text = 'あ'.repeat(100_000);
    const started = performance.now();
    expect(summary(Array.from({ length: 1000 }, () => ({ text, number: null })))).toBe('データの個数 1,000');
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
