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

  it('puts headings into the columns of their levels where their numbers do not tell the levels', () => {
    const ledger = tempLedger();
    const rows = [
      ['大項目', '中項目', '取組', '評価', '備考'],
      ['1 知る', '1 届ける', '広報紙の発行', '○', ''],
      ['1 知る', '2 学ぶ', '講座の開催', '△', ''],
      ['2 つながる', '1 出会う', '交流会の開催', '○', ''],
    ];
    importSheet(ledger, sheetOf(rows), { fileName: '計画.xlsx' });
    const { merges, rows: printed } = buildStatusListSheet(onlyList(ledger));
    const texts = printed.map((row) => row.cells.map((cell) => cell?.value ?? ''));
    expect(texts.slice(2, 6)).toEqual([
      ['大項目', '中項目', '推進項目', '評価', '検証内容'],
      ['1 知る'],
      ['', '1 届ける'],
      ['', '', '広報紙の発行', '○', ''],
    ]);
    expect(merges).toContainEqual({ r1: 4, c1: 1, r2: 4, c2: 4 });
  });

  it('prints only the columns a plan has, 再掲： before the name, and the year of the list', () => {
    const ledger = tempLedger();
    const rows = [
      ['協働計画 令和6年度進捗'],
      ['NO', '取組', '評価', '備考'],
      ['Ⅰ 知る'],
      [1, '広報紙の発行', '○', '毎月発行した。'],
      [1, '再掲：広報紙の発行', '-', '-'],
    ];
    importSheet(ledger, sheetOf(rows));
    importSheet(ledger, sheetOf([['協働計画 令和7年度進捗'], ...rows.slice(1)]));
    const { header, name, rows: printed } = buildStatusListSheet(onlyList(ledger));
    const texts = printed.map((row) => row.cells.map((cell) => cell?.value ?? ''));
    expect(texts).toEqual([
      ['協働計画 令和7年度進捗'],
      ['評価：◎実施済 ○継続推進 △一部実施 ×検討中'],
      ['推進方針', 'NO', '推進項目', '評価', '検証内容'],
      ['Ⅰ 知る'],
      ['', 1, '広報紙の発行', '○', '毎月発行した。'],
      ['', 1, '再掲：広報紙の発行', '-', '-'],
    ]);
    expect(name).toBe('実施状況一覧_令和7年度');
    expect(header).toBeUndefined();
  });

  it('widens the notes rather than cutting one off, and prints the year a title does not say', () => {
    const ledger = tempLedger();
    const note = '検証した内容を長く書いています。'.repeat(60);
    importSheet(
      ledger,
      sheetOf([
        ['協働計画'],
        ['NO', '取組', '評価', '備考'],
        [1, '広報紙の発行', '計画を大きく上回って実施', note],
        [2, '講座の開催', '○', ''],
      ]),
      { choices: { fiscalYear: 2025 } },
    );
    const sheet = buildStatusListSheet(onlyList(ledger));
    expect(sheet.columns.at(-1)?.width).toBeGreaterThan(62);
    expect(sheet.header).toEqual({ right: '令和7年度' });
    expect(
      sheet.rows.flatMap((row) => row.cells).find((cell) => cell?.value === '計画を大きく上回って実施')?.style,
    ).toBe('textCenter');
  });
});
