import { describe, expect, it } from 'vitest';
import type { Analysis } from '#core/excel/recognise/importer.ts';
import {
  fixtureSheet,
  analyze,
  countActions,
  importSheet,
  onlyList,
  printed,
  sheetOf,
} from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const title = ['○○市協働推進計画 令和7年度実施状況一覧'];
const header = ['NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'];
const top = [title, ['実施状況：◎実施済 ○継続推進 △一部実施 ×検討中'], header];
const rows: readonly (readonly (string | number)[])[] = [
  ['I 知る', '', '', '', ''],
  ['(1) 届ける', '', '', '', ''],
  [1, '広報紙の発行', '◎', '完了', '毎月発行した。'],
  [2, 'SNSの活用', '○', '継続', '毎週更新した。'],
  ['(2) 学ぶ', '', '', '', ''],
  [3, '出前講座の実施', '△', '継続', '3校で実施した。'],
  ['Ⅱ つなぐ', '', '', '', ''],
  ['(1) 出会う', '', '', '', ''],
  [4, '交流会の開催', '○', '継続', '2回開いた。'],
  [1, '広報紙の発行【再掲】', '-', '-', '-'],
];

function list(body: readonly (readonly (string | number)[])[] = rows, above: readonly (readonly string[])[] = top) {
  return sheetOf([...above, ...body], { merges: ['A1:E1'] });
}

function replaced(at: number, row: readonly (string | number)[]) {
  return rows.with(at, row);
}

function changed({ rows: all }: Analysis) {
  return all.filter((row) => row.action === 'change' || row.action === 'add' || row.action === 'check');
}

function imported() {
  const ledger = tempLedger();
  importSheet(ledger, list());
  return ledger;
}

describe('a status list compared with the ledger', () => {
  it('counts hidden rows, takes them unless told otherwise, and leaves hidden columns out unless told otherwise', () => {
    const sheet = sheetOf([...top, ...rows], { hiddenRows: [6], hiddenColumns: [4] });
    const ledger = tempLedger();
    const taken = analyze(ledger, sheet);
    expect(taken).toMatchObject({ hiddenRows: 1, hiddenColumns: ['E'] });
    expect(countActions(taken).add).toBe(5);
    expect(taken.columns.find((column) => column.letter === 'E')).toMatchObject({ hidden: true, field: null });
    const choices = { includeHiddenRows: false, includeHiddenColumns: true };
    const left = analyze(ledger, sheet, { choices });
    expect(left.rows.find((row) => row.row === 6)).toMatchObject({ action: 'skip', reason: '隠れている行' });
    expect(left.columns.find((column) => column.letter === 'E')?.field).toBe('note');
  });

  it('does not double a policy whose number is typed III instead of Ⅲ, and keeps the print of the ledger', () => {
    const ledger = imported();
    const { analysis, result } = importSheet(ledger, list(replaced(6, ['II　つなぐ', '', '', '', ''])));
    expect(changed(analysis)).toEqual([]);
    expect(result.changeSetId).toBeNull();
    expect(printed(ledger)).toContain('Ⅱ|つなぐ');
  });

  it('says what changed in each cell', () => {
    const ledger = imported();
    const body = replaced(3, [2, 'ＳＮＳ等の活用', '◎', '完了', '毎日更新した。']);
    const { analysis } = importSheet(ledger, list(body));
    expect(changed(analysis)).toHaveLength(1);
    expect(changed(analysis)[0]).toMatchObject({
      row: 7,
      action: 'change',
      reason: 'NOが同じ(項目名が違います)',
      changes: [
        { field: 'name', before: 'SNSの活用', after: 'ＳＮＳ等の活用' },
        { field: 'mark', before: '○', after: '◎' },
        { field: 'disposition', before: '継続', after: '完了' },
        { field: 'note', before: '毎週更新した。', after: '毎日更新した。' },
      ],
    });
    expect(printed(ledger)).toContain('    2|ＳＮＳ等の活用|◎|完了|毎日更新した。');
  });

  it('finds a measure by its name when the numbers were given anew, and puts a new one in its place without moving others', () => {
    const ledger = imported();
    const body = [
      ...rows.slice(0, 3),
      [2, 'ホームページの更新', '○', '継続', '新しい項目。'],
      [3, 'SNSの活用', '○', '継続', '毎週更新した。'],
      rows[4] ?? [],
      [4, '出前講座の実施', '△', '継続', '3校で実施した。'],
      ...rows.slice(6, 8),
      [5, '交流会の開催', '○', '継続', '2回開いた。'],
      ...rows.slice(9),
    ];
    const { analysis, result } = importSheet(ledger, list(body));
    expect(
      changed(analysis).map((row) => [row.action, row.title, row.changes.map((change) => change.field).join()]),
    ).toEqual([
      ['add', 'ホームページの更新', 'numberRaw,name,mark,disposition,note'],
      ['change', 'SNSの活用', 'numberRaw'],
      ['change', '出前講座の実施', 'numberRaw'],
      ['change', '交流会の開催', 'numberRaw'],
    ]);
    expect(result.changes).toBeLessThan(8);
    expect(printed(ledger).map((line) => line.trim().split('|').slice(0, 2).join(' '))).toEqual([
      'I 知る',
      '(1) 届ける',
      '1 広報紙の発行',
      '2 ホームページの更新',
      '3 SNSの活用',
      '(2) 学ぶ',
      '4 出前講座の実施',
      'Ⅱ つなぐ',
      '(1) 出会う',
      '5 交流会の開催',
      '1 広報紙の発行【再掲】',
    ]);
  });

  it('tells of a measure that moved and of one that changed places', () => {
    const ledger = imported();
    const body = [
      ...rows.slice(0, 2),
      rows[3] ?? [],
      rows[2] ?? [],
      ...rows.slice(4, 5),
      ...rows.slice(6, 8),
      rows[5] ?? [],
      ...rows.slice(8),
    ];
    const { analysis } = importSheet(ledger, list(body));
    expect(changed(analysis).map((row) => [row.title, row.changes])).toEqual([
      [
        'SNSの活用',
        [expect.objectContaining({ field: 'order', before: '「1 広報紙の発行」の次', after: '「(1) 届ける」の次' })],
      ],
      ['出前講座の実施', [expect.objectContaining({ field: 'place', before: 'I (2)', after: 'Ⅱ (1)' })]],
    ]);
    expect(importSheet(ledger, list(body)).result.changeSetId).toBeNull();
  });

  it('leaves measures alone that the file lacks, and says how many', () => {
    const ledger = imported();
    const before = printed(ledger);
    const { analysis, result } = importSheet(ledger, list(rows.slice(0, 4)));
    expect(analysis.warnings.join('\n')).toContain('ファイルにない項目が 2件');
    expect(analysis.warnings.join('\n')).toContain('3 出前講座の実施');
    expect(result.changeSetId).toBeNull();
    expect(printed(ledger)).toEqual(before);
  });

  it("does not overwrite a measure by a '-' row of another heading when the file lacks the own row", () => {
    const ledger = imported();
    const body = [
      ['Ⅱ つなぐ', '', '', '', ''],
      ['(1) 出会う', '', '', '', ''],
      [2, 'SNSの活用', '-', '-', '-'],
    ];
    const { analysis } = importSheet(ledger, list(body));
    expect(changed(analysis)).toMatchObject([
      { action: 'add', title: 'SNSの活用', reason: expect.stringContaining('元は I (1) 2') },
    ]);
    expect(printed(ledger)).toContain('    2|SNSの活用|○|継続|毎週更新した。');
  });

  it('keeps an unknown mark as text for a person to look at, and takes the mark of ○(一部) with a warning', () => {
    const ledger = tempLedger();
    const body = rows.with(2, [1, '広報紙の発行', '○(一部)', '完了', '']).with(3, [2, 'SNSの活用', '？', '継続', '']);
    const { analysis } = importSheet(ledger, list(body));
    expect(analysis.rows.find((row) => row.row === 6)).toMatchObject({ action: 'add', values: { mark: '○' } });
    expect(analysis.rows.find((row) => row.row === 6)?.fixes.join()).toContain('○(一部)');
    expect(analysis.warnings.join('\n')).toContain('添え書きのある項目が 1件');
    expect(analysis.rows.find((row) => row.row === 7)).toMatchObject({
      action: 'check',
      reason: expect.stringContaining('？'),
    });
    expect(onlyList(ledger).rows.find((row) => row.numberRaw === '2')?.mark).toEqual({ state: 'unknown', text: '？' });
    const again = importSheet(ledger, list(body));
    expect(countActions(again.analysis)).toMatchObject({ same: 5, check: 0 });
    expect(again.result.changeSetId).toBeNull();
  });

  it("keeps '-' and blank of a measure apart", () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      list(rows.with(2, [1, '広報紙の発行', '－', '', '']).with(9, [5, '見本市の開催', '', '-', ''])),
    );
    const cells = onlyList(ledger).rows.filter((row) => ['1', '5'].includes(row.numberRaw));
    expect(cells.map((row) => [row.mark.state, row.disposition.state])).toEqual([
      ['not-applicable', 'blank'],
      ['blank', 'not-applicable'],
    ]);
  });

  it('warns of × with 継続 but takes it', () => {
    const ledger = tempLedger();
    const { analysis } = importSheet(ledger, list(rows.with(2, [1, '広報紙の発行', '✕', '継続', ''])));
    expect(analysis.rows.find((row) => row.row === 6)).toMatchObject({
      action: 'add',
      values: { mark: '×', disposition: '継続' },
    });
    expect(analysis.warnings.join('\n')).toContain('組合せが珍しい項目が 1件');
  });

  it('asks about a second row of the same number and name with other values, and takes one with the same values as 再掲', () => {
    const ledger = tempLedger();
    const body = [...rows, [4, '交流会の開催', '×', '廃止', ''], [3, '出前講座の実施', '△', '継続', '']];
    const { analysis } = importSheet(ledger, list(body));
    expect(analysis.rows.find((row) => row.row === 14)).toMatchObject({
      action: 'check',
      reason: expect.stringContaining('12行目'),
    });
    expect(analysis.rows.find((row) => row.row === 15)).toMatchObject({
      action: 'add',
      reason: expect.stringContaining('再掲'),
    });
    expect(onlyList(ledger).plan).toMatchObject({ measures: 4, placements: 6 });
  });

  it('writes the next year beside the old one, to the same plan although the title names the year', () => {
    const ledger = imported();
    const next = list(replaced(2, [1, '広報紙の発行', '○', '継続', '隔月にした。']), [
      ['○○市協働推進計画 令和8年度 実施状況一覧'],
      ...top.slice(1),
    ]);
    const { analysis } = importSheet(ledger, next);
    expect(analysis).toMatchObject({ fiscalYear: 2026, planTitle: '○○市協働推進計画 令和7年度実施状況一覧' });
    expect(onlyList(ledger).plan.fiscalYears).toEqual([2026, 2025]);
    expect(printed(ledger, 2025)).toContain('    1|広報紙の発行|◎|完了|毎月発行した。');
    expect(printed(ledger, 2026)).toContain('    1|広報紙の発行|○|継続|隔月にした。');
  });

  it('keeps shared notes when a text file cannot merge cells, and parts them when a workbook says so', async () => {
    const ledger = tempLedger();
    const merged = await fixtureSheet('山口市_実行計画実施状況一覧.xlsx');
    importSheet(ledger, merged);
    const text = importSheet(ledger, { ...merged, merges: [] });
    expect(countActions(text.analysis)).toMatchObject({ same: 52 });
    expect(text.result.changeSetId).toBeNull();
    const parted = importSheet(ledger, { ...merged, merges: merged.merges.filter((merge) => merge.r1 === merge.r2) });
    expect(changed(parted.analysis)).toMatchObject([{ key: '5', changes: [{ field: 'note', after: '' }] }]);
    expect(onlyList(ledger).plan.sharedNotes).toBe(0);
    const again = importSheet(ledger, merged);
    expect(changed(again.analysis).map((row) => row.key)).toEqual(['4', '5']);
    expect(onlyList(ledger).plan.sharedNotes).toBe(1);
  });

  it('joins a note that goes on in the row below, and compares totals', () => {
    const ledger = tempLedger();
    const body = [...rows.slice(0, 3), ['', '', '', '', '翌月も発行した。'], ...rows.slice(3), ['合計', 9, '', '', '']];
    const { analysis } = importSheet(ledger, list(body));
    expect(printed(ledger)).toContain('    1|広報紙の発行|◎|完了|毎月発行した。\n翌月も発行した。');
    expect(analysis.rows.find((row) => row.row === 7)).toMatchObject({
      action: 'skip',
      reason: expect.stringContaining('上の行の続き'),
    });
    expect(analysis.warnings.join('\n')).toContain('合計(9)と読んだ項目の数(4)が合いません');
  });
});
