import { describe, expect, it } from 'vitest';
import type { SheetCell } from '#core/excel/workbook.ts';
import { importSheet, onlyList, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const cells: Readonly<Record<string, SheetCell>> = {
  'f()': { type: 'text', text: '', formula: true },
  'day()': { type: 'date', text: '2025-01-01' },
  'true()': { type: 'boolean', text: 'TRUE' },
  'false()': { type: 'boolean', text: 'FALSE' },
  'error()': { type: 'error', text: '#REF!' },
};

/** Imports a list; day(), f() and the like stand for cells of another type. */
function listOf(...rows: readonly (readonly string[])[]) {
  const head = ['NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'];
  const plain = sheetOf([['協働推進プラン実施状況一覧（令和7年度）'], head, ...rows.map((row) => [...row])]);
  const typed = (cell: SheetCell | null): SheetCell | null => cells[cell?.text ?? ''] ?? cell;
  const sheet = { ...plain, rows: plain.rows.map((row) => ({ ...row, cells: row.cells.map(typed) })) };
  const ledger = tempLedger();
  const { analysis } = importSheet(ledger, sheet);
  return { rows: analysis.rows.slice(2), warnings: analysis.warnings.join('\n'), list: onlyList(ledger) };
}

const sound = ['9', '広報', '◎', '継続', 'よい'];

describe('odd cells of a status list', () => {
  it('TRUE is ○ and FALSE blank in the column of marks, also as 真 and 偽', () => {
    const { rows, warnings } = listOf(
      ['1', '相談会', 'true()', '継続', 'あ'],
      ['2', '講座', 'false()', '継続', 'い'],
      ['3', '交流会', '真', '継続', 'う'],
    );
    expect(rows.map((row) => row.values['mark'])).toEqual(['○', '', '○']);
    expect(rows.map((row) => row.action)).toEqual(['add', 'add', 'add']);
    expect(warnings).toContain('TRUE・FALSE のセルが 3 か所');
  });

  it('a date as NO, a name or a mark is asked about, as a note it stays', () => {
    const { rows, warnings } = listOf(
      ['day()', '相談会', '◎', '継続', 'あ'],
      ['1月3日', '交流会', '◎', '継続', 'day()'],
      ['3', 'day()', '◎', '継続', 'あ'],
      ['4', '講座', '◎', 'day()', 'day()'],
      sound,
    );
    expect(rows.map((row) => row.action)).toEqual(['check', 'check', 'check', 'check', 'add']);
    expect(rows.map((row) => row.changes.length > 0)).toEqual([false, false, false, true, true]);
    expect(rows[0]?.reason).toContain('「1-1」か「25-1-1」が日付');
    expect(rows[3]?.values).toMatchObject({ note: '2025-01-01' });
    expect(rows[3]?.values).not.toHaveProperty('disposition');
    expect(warnings).toContain('日付になっているセルが 4 か所');
  });

  it('a formula without a result keeps its row, and is told', () => {
    const { rows, warnings } = listOf(['1', 'f()', '◎', '継続', 'あ'], ['2', '講座', 'f()', '継続', 'f()'], sound);
    expect(rows.map((row) => row.action)).toEqual(['check', 'check', 'add']);
    expect(rows[0]).toMatchObject({ changes: [] });
    expect(rows[1]?.values).toMatchObject({ name: '講座', disposition: '継続' });
    expect(rows[1]?.reason).toContain('計算結果');
    expect(warnings).toContain('計算結果が保存されていない数式のセルが 3 か所');
  });

  it('errors and NULL are never stored', () => {
    const { rows, list } = listOf(
      ['1', '相談会', '◎', 'error()', 'error()'],
      ['2', '講座', 'NULL', '継続', 'nan'],
      ['3', 'error()', '◎', '継続', 'あ'],
      ['4', 'NULL', '◎', '継続', 'あ'],
      sound,
    );
    expect(rows.map((row) => row.action)).toEqual(['check', 'add', 'check', 'check', 'add']);
    expect(JSON.stringify(list)).not.toMatch(/#REF|NULL|nan/);
  });

  it('TRUE ticks an answer where each has a column of its own', () => {
    const rows = [
      ['協働推進プラン実施状況一覧（令和7年度）'],
      ['NO', '推進項目', '実施状況', null, null, '検証内容'],
      [null, null, '実施済', '継続推進', '検討中', null],
      ['1', '相談会', 'TRUE', 'FALSE', 'FALSE', 'あ'],
      ['2', '講座', 'FALSE', 'TRUE', 'FALSE', 'い'],
      ['3', '交流会', 'FALSE', 'FALSE', 'FALSE', 'う'],
      ['4', '広報', 'FALSE', 'FALSE', 'TRUE', 'え'],
    ];
    const { analysis } = importSheet(tempLedger(), sheetOf(rows, { merges: ['C2:E2'] }));
    expect(analysis.rows.slice(3).map((row) => row.values['mark'])).toEqual(['◎', '○', '', '×']);
  });
});
