import { describe, expect, it } from 'vitest';
import { importSheet, onlyList, printed, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

type Rows = Parameters<typeof sheetOf>[0];

function read(rows: Rows, options: Parameters<typeof sheetOf>[1] = {}) {
  const ledger = tempLedger();
  const { analysis } = importSheet(ledger, sheetOf(rows, options));
  return { analysis, lines: printed(ledger), labels: onlyList(ledger).levelLabels };
}

const header = ['NO', '推進項目', '実施状況', '今後の取扱い'];

describe('the headings of a status list', () => {
  it.each([
    ['Ⅰ and ⅰ', 'Ⅰ 知る', 'ⅰ 届ける', 'Ⅱ つなぐ'],
    ['(1) and (ア)', '(1) 知る', '(ア) 届ける', '(2) つなぐ'],
    ['1. and 1)', '1. 知る', '1) 届ける', '2. つなぐ'],
    ['一 and ア', '一　知る', 'ア　届ける', '二　つなぐ'],
    ['第1章 and 第1節', '第1章 知る', '第1節 届ける', '第2章 つなぐ'],
    ['柱1 and 1-1', '柱1：知る', '1-1 届ける', '柱2：つなぐ'],
  ])('%s are two levels', (_, ...[first, inner, second]) => {
    const { lines } = read([
      header,
      [first],
      [inner],
      [1, '広報紙の発行', '○', '継続'],
      [second],
      [2, '交流会の開催', '○', '継続'],
    ]);
    expect(lines.map((line) => line.search(/\S/) / 2)).toEqual([0, 1, 2, 0, 1]);
  });

  it('may stand in the columns of the items, told by their codes, and be rated', () => {
    const { analysis, lines } = read([
      ['コード', '名称', '評価', '方向性'],
      ['1', '知る', 'A', ''],
      ['1-1', '届ける', 'B', '継続'],
      ['1-1-1', '広報紙の発行', 'B', '継続'],
      ['1-1-2', 'SNSの活用', 'A', '継続'],
      ['2', 'つなぐ', 'A', ''],
      ['2-1', '出会う', 'B', '継続'],
      ['2-1-1', '交流会の開催', 'C', '継続'],
    ]);
    expect(lines).toEqual([
      '1|知る',
      '  1-1|届ける',
      '    1-1-1|広報紙の発行|B|継続|',
      '    1-1-2|SNSの活用|A|継続|',
      '2|つなぐ',
      '  2-1|出会う',
      '    2-1-1|交流会の開催|C|継続|',
    ]);
    expect(analysis.rows.find((row) => row.row === 3)?.fixes.join()).toContain('取り込みません');
  });

  it('are not the items 12 and 12-2', () => {
    const { lines } = read([
      header,
      [11, '広報紙の発行', '○', '継続'],
      [12, '講座の開催', '○', '継続'],
      ['12-2', '出前講座の開催', '△', '継続'],
    ]);
    expect(lines).toHaveLength(3);
    expect(lines).toContain('12|講座の開催|○|継続|');
  });

  it('may say their level in a cell of their own, above each header', () => {
    const { lines, labels } = read([
      ['協働推進計画進行管理シート'],
      ['基本方針', '1 知る'],
      ['推進施策', '(1) 届ける'],
      header,
      [1, '広報紙の発行', '○', '継続'],
      ['推進施策', '(2) 学ぶ'],
      header,
      [2, '講座の開催', '◎', '完了'],
    ]);
    expect(labels).toEqual(['基本方針', '推進施策']);
    expect(lines).toEqual([
      '1|知る',
      '  (1)|届ける',
      '    1|広報紙の発行|○|継続|',
      '  (2)|学ぶ',
      '    2|講座の開催|◎|完了|',
    ]);
  });

  it('may stand above the header: 基本方針1 is no title', () => {
    const { analysis, lines } = read([
      ['協働推進計画 令和6年度実施状況'],
      ['基本方針1　知る'],
      header,
      [1, '広報紙の発行', '○', '継続'],
    ]);
    expect(analysis.planTitle).toBe('協働推進計画 令和6年度実施状況');
    expect(lines[0]).toBe('基本方針1|知る');
  });

  it('do not follow the last item: what stands there is a note', () => {
    const { analysis, lines } = read([
      header,
      ['Ⅰ 知る'],
      [1, '広報紙の発行', '○', '継続'],
      [],
      ['協働課作成'],
      ['以上'],
    ]);
    expect(lines).toEqual(['Ⅰ|知る', '  1|広報紙の発行|○|継続|']);
    expect(analysis.rows.slice(-2).map((row) => row.reason)).toEqual(['注記', '注記']);
  });

  it('lose the line breaks that fit them into narrow cells; a break before a bullet stays', () => {
    const { lines } = read([
      ['施策', 'NO', '推進項目', '実施状況'],
      ['(1)\n届ける', 1, '市民活動情報\nサイトの運営', '○'],
      ['(1)\n届ける', 2, '広報紙の発行\n・年4回', '○'],
    ]);
    expect(lines).toEqual(['(1)|届ける', '  1|市民活動情報サイトの運営|○||', '  2|広報紙の発行\n・年4回|○||']);
  });
});
