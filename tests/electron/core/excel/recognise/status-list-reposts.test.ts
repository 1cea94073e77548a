import { describe, expect, it } from 'vitest';
import { importSheet, onlyList, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const header = ['NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'];
const own = [
  ['Ⅰ 知る'],
  [1, '広報紙の発行', '◎', '完了', '毎月発行した。'],
  [2, '市民活動講座の開催', '○', '継続', '5回開いた。'],
  ['Ⅱ つなぐ'],
  [3, '交流会の開催', '△', '継続', '1回開いた。'],
];

function read(row: readonly (string | number)[], more: readonly (readonly (string | number)[])[] = []) {
  const ledger = tempLedger();
  const { analysis } = importSheet(ledger, sheetOf([header, ...own, row, ...more]), { fileName: '計画.xlsx' });
  const { plan, rows } = onlyList(ledger);
  const repost = rows.find((each) => each.kind === 'repost');
  return {
    plan,
    label: repost?.repostLabel,
    number: repost?.numberRaw,
    reason: analysis.rows.find((each) => each.row === 7)?.reason,
  };
}

describe('a 再掲 row', () => {
  it.each([
    ['a label behind the name', [2, '市民活動講座の開催【再掲】', '-', '-', '-'], '【再掲】'],
    ['another bracket, typed half and half', [2, '市民活動講座の開催(再掲）', '-', '-', '-'], '(再掲）'],
    ['a label with a place', [2, '市民活動講座の開催【再掲 Ⅰ-(1)】', '／', '／', '／'], '【再掲 Ⅰ-(1)】'],
    ['a word before the name', [2, '再掲：市民活動講座の開催', '―', '―', '―'], '再掲：'],
    ['the word in place of the mark', [2, '市民活動講座の開催', '再掲', '', ''], '再掲'],
    ['the word in place of the note', [2, '市民活動講座の開催', '', '', '（再掲）'], '（再掲）'],
    ['a sentence in place of the note', [2, '市民活動講座の開催', '', '', '再掲のため省略'], ''],
    ['the word in the column of numbers', ['再掲', '市民活動講座の開催', '-', '-', '-'], '再掲'],
    ['number and word in the column of numbers', ['2 再掲', '市民活動講座の開催', '-', '-', '-'], '再掲'],
    ['nothing but dashes', [2, '市民活動講座の開催', '－', 'ー', '―'], ''],
    ['blank cells', [2, '市民活動講座の開催', '', '', ''], ''],
    ['its number in brackets', ['(2)', '市民活動講座の開催', '-', '-', '-'], ''],
    ['a dash for its number', ['－', '市民活動講座の開催', '-', '-', '-'], ''],
    ['its number and a shortened name', [2, '活動講座の開催', '-', '-', '-'], ''],
  ])('is known by %s', (_, row, label) => {
    const read1 = read(row);
    expect(read1.plan).toMatchObject({ measures: 3, placements: 4, marks: { '◎': 1, '○': 1, '△': 1 } });
    expect(read1).toMatchObject({ label, number: '2' });
    expect(read1.reason).toContain('元は Ⅰ 2');
  });

  it('of another name is asked about rather than taken for the measure of its number', () => {
    const { plan, reason } = read([2, '見本市の開催【再掲】', '-', '-', '-']);
    expect(plan).toMatchObject({ measures: 3, placements: 3 });
    expect(reason).toContain('元の項目がファイルにも台帳にもない');
  });

  it('is not an item that nobody filled in yet', () => {
    const { plan } = read([4, '見本市の開催', '', '', ''], [[5, 'その他の取組', '-', '-', '-']]);
    expect(plan).toMatchObject({ measures: 5, placements: 5 });
  });
});
