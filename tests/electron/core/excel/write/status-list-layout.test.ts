import { describe, expect, it } from 'vitest';
import { buildStatusListSheet } from '#core/excel/write/status-list-layout.ts';
import { fixtureSheet, importSheet, onlyList, sheetOf, yamaguchiTitle } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

async function yamaguchiSheet() {
  const ledger = tempLedger();
  importSheet(ledger, await fixtureSheet('山口市_実行計画実施状況一覧.xlsx'), { choices: { fiscalYear: 2025 } });
  return buildStatusListSheet(onlyList(ledger));
}

describe('the printed status list', () => {
  it('has title, legend, header, 21 headings and 52 rows as the plan prints them', async () => {
    const { rows, name } = await yamaguchiSheet();
    expect(name).toBe('実施状況一覧_令和7年度');
    const texts = rows.map((row) => row.cells.map((cell) => cell?.value ?? ''));
    expect(texts.slice(0, 4)).toEqual([
      [yamaguchiTitle],
      ['実施状況：◎実施済 ○継続推進 △一部実施 ×検討中'],
      ['推進方針', '推進施策', 'NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'],
      ['I 参加しやすく、活動しやすい環境づくりを進めます'],
    ]);
    expect(texts).toHaveLength(3 + 21 + 52);
    expect(texts.filter((row) => String(row[3]).endsWith('【再掲】'))).toHaveLength(4);
    expect(texts.find((row) => row[2] === 16 && row[4] === '-')).toEqual([
      '',
      '',
      16,
      '行政の協働相談窓口の設置',
      '-',
      '-',
      '-',
    ]);
  });

  it('merges headings over the whole width and the shared note over its rows', async () => {
    const { rows, merges } = await yamaguchiSheet();
    const four = rows.findIndex((row) => row.cells[2]?.value === 4);
    expect(merges).toContainEqual({ r1: four, c1: 6, r2: four + 1, c2: 6 });
    expect(merges.filter((merge) => merge.c1 === 0 && merge.c2 === 6)).toHaveLength(22);
  });

  it('prints on A4 landscape with the header on every page', async () => {
    const sheet = await yamaguchiSheet();
    expect(sheet).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: true,
      printTitleRows: [0, 2],
      freeze: { row: 3, column: 0 },
    });
    expect(sheet.dataValidations?.map(({ list }) => list)).toEqual([
      ['◎', '○', '△', '×', '-'],
      ['完了', '継続', '廃止', '-'],
    ]);
  });

  it('makes a legend from the marks when the file had none', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf([['計画'], ['NO', '事業名', '評価'], ['1-1', '交流会の開催', '○'], ['1-2', '講座の開催', '△']]),
    );
    const { rows } = buildStatusListSheet(onlyList(ledger));
    expect(rows[1]?.cells[0]?.value).toBe('評価：◎実施済 ○継続推進 △一部実施 ×検討中');
    expect(rows[3]?.cells.map((cell) => cell?.value ?? '')).toEqual(['1-1', '交流会の開催', '○', '']);
  });
});
