import { describe, expect, it } from 'vitest';
import { importSheet, onlyList, printed, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

type Rows = Parameters<typeof sheetOf>[0];

/** Lines as printed() has them, after an import into a new ledger. */
function read(rows: Rows, options: Parameters<typeof sheetOf>[1] = {}) {
  const ledger = tempLedger();
  const { analysis } = importSheet(ledger, sheetOf(rows, options));
  const fields = Object.fromEntries(analysis.columns.map(({ letter, field }) => [letter, field]));
  return { analysis, fields, ledger, lines: printed(ledger).map((line) => line.trim()) };
}

describe('the columns of a status list', () => {
  it('reads levels that only their place tells, and more of them than three', () => {
    const { fields, lines } = read([
      ['政策', '施策', '基本事業', '取組の視点', '事務事業名', '進捗度', '今後の方向性', '実績・成果'],
      ['1 参加', '1-1 知る', '広報', '届ける視点', '広報紙の発行', 'A', '継続', '毎月発行した。'],
      ['1 参加', '1-1 知る', '広報', '届ける視点', 'SNSの活用', 'B', '継続', '毎週更新した。'],
      ['1 参加', '1-2 学ぶ', '講座', '学びの視点', '出前講座の実施', 'B', '拡充', '3校で実施した。'],
    ]);
    expect(fields).toMatchObject({ A: 'level1', B: 'level2', C: 'level3', D: 'level4', E: 'name' });
    expect(lines.slice(0, 5)).toEqual([
      '1|参加',
      '1-1|知る',
      '|広報',
      '|届ける視点',
      '|広報紙の発行|A|継続|毎月発行した。',
    ]);
  });

  it('takes 計画 / 実績 beside two lines of each item for no heading, and joins the lines', () => {
    const { fields, lines } = read(
      [
        ['番号', '取組名', '区分', '内容', '評価', '方向性'],
        [1, '広報紙の発行', '計画', '毎月発行する。', 'A', '継続'],
        ['', '', '実績', '毎月発行した。', '', ''],
        [2, '出前講座の実施', '計画', '5校で行う。', 'B', '継続'],
        ['', '', '実績', '3校で行った。', '', ''],
      ],
      { merges: ['A2:A3', 'B2:B3', 'E2:E3', 'F2:F3', 'A4:A5', 'B4:B5', 'E4:E5', 'F4:F5'] },
    );
    expect(fields['C']).toBeNull();
    expect(lines).toEqual([
      '1|広報紙の発行|A|継続|毎月発行する。\n毎月発行した。',
      '2|出前講座の実施|B|継続|5校で行う。\n3校で行った。',
    ]);
  });

  it('reads the fiscal year from R6 and R7 below one header, and the newest that is filled in', () => {
    const { analysis, ledger, lines } = read(
      [
        ['○○市環境計画 推進状況（R9年度まで）'.replace('（R9年度まで）', '')],
        ['No', '取組', '実施状況', '', '', 'コメント'],
        ['', '', 'R5', 'R6', 'R7', ''],
        [1, '広報紙の発行', '△', '○', '', '毎月発行した。'],
        [2, '出前講座の実施', '△', '◎', '', '5校で行った。'],
      ],
      { merges: ['C2:E2', 'A2:A3', 'B2:B3', 'F2:F3'] },
    );
    expect(analysis.fiscalYear).toBe(2024);
    expect(onlyList(ledger).statusHeading).toBe('実施状況');
    expect(lines).toEqual(['1|広報紙の発行|○||毎月発行した。', '2|出前講座の実施|◎||5校で行った。']);
    expect(analysis.warnings.join('\n')).toContain('実施状況のR5、実施状況のR7');
  });

  it('never takes the marks of one year for the notes of another', () => {
    const { analysis, fields, lines } = read(
      [
        ['NO', '推進項目', '令和6年度', '', '令和7年度', ''],
        ['', '', '実施状況', '今後の取扱い', '実施状況', '今後の取扱い'],
        [1, '広報紙の発行', '△', '継続', '○', '継続'],
        [2, '出前講座の実施', '○', '継続', '◎', '完了'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1'] },
    );
    expect(analysis.fiscalYear).toBe(2025);
    expect(fields).toMatchObject({ C: null, D: null, E: 'mark', F: 'disposition' });
    expect(lines).toEqual(['1|広報紙の発行|○|継続|', '2|出前講座の実施|◎|完了|']);
  });

  it('keeps a column of marks for marks when one cell holds a sentence and the notes are few', () => {
    const marks = ['◎', '○', '○', '一部を実施し、残りは来年度に行う予定', 'TRUE', '×'];
    const { fields } = read([
      ['NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'],
      ...marks.map((mark, index) => [index + 1, `取組その${index + 1}`, mark, '継続', index === 0 ? '済' : '']),
    ]);
    expect(fields).toMatchObject({ C: 'mark', E: 'note' });
  });

  it('takes 年度末 before 上半期, marks before percentages, and sentences for no choice', () => {
    const { fields } = read(
      [
        ['ID', 'アクション', '進捗状況', '', '進捗率', '今後の方向性', 'メモ'],
        ['', '', '上半期', '年度末', '', '', ''],
        [1, '広報紙の発行', '△', '○', '50%', '引き続き毎月発行していく。', '読者が増えた。'],
        [2, '出前講座の実施', '×', '△', '20%', '学校に働きかけていく。', '周知に努めた。'],
      ],
      { merges: ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2', 'G1:G2'] },
    );
    expect(fields).toMatchObject({ A: 'numberRaw', B: 'name', C: null, D: 'mark', E: null, F: null, G: 'note' });
  });

  it('reads answers asked as columns also where a text file lost the merges above them', () => {
    const rows = [
      ['NO', '推進項目', '実施状況', '', '', '検証内容'],
      ['', '', '実施済', '一部実施', '検討中', ''],
      [1, '広報紙の発行', '〇', '', '', '毎月発行した。'],
      [2, '出前講座の実施', '', '', '○', '検討した。'],
      [3, '交流会の開催', '', '○', '', ''],
    ];
    const { analysis, fields, lines } = read(rows);
    expect(fields).toMatchObject({ C: 'mark', D: null, E: null, F: 'note' });
    expect(lines).toEqual(['1|広報紙の発行|◎||毎月発行した。', '2|出前講座の実施|×||検討した。', '3|交流会の開催|△||']);
    expect(analysis.warnings).toContain('「実施状況」は、○の付いた列の見出しを値として読みました。');
  });

  it('does not take the ○ of departments for marks, and says which columns it leaves out', () => {
    const { analysis, fields } = read(
      [
        ['NO', '推進項目', '関係課', '', '評価', '備考'],
        ['', '', '協働課', '企画課', '', ''],
        [1, '広報紙の発行', '◎', '○', 'A', '毎月発行した。'],
        [2, '出前講座の実施', '○', '◎', 'B', '3校で行った。'],
        [3, '交流会の開催', '◎', '', 'B', ''],
        ['評価：A 達成、B 概ね達成、C 未達成'],
        ['関係課：◎主管課 ○関係課'],
      ],
      { merges: ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2'] },
    );
    expect(fields).toMatchObject({ C: null, D: null, E: 'mark' });
    expect(analysis.warnings).toContain('台帳に入れるところがない列は取り込みません(関係課の協働課、関係課の企画課)。');
  });

  it('reads a later table whose columns stand otherwise by its own header', () => {
    const { analysis, lines } = read([
      ['Ⅰ 知る'],
      ['NO', '推進項目', '実施状況', '今後の取扱い', '検証内容'],
      [1, '広報紙の発行', '○', '継続', '毎月発行した。'],
      [2, 'SNSの活用', '◎', '完了', '毎週更新した。'],
      [],
      ['Ⅱ つなぐ'],
      ['NO', '推進項目', '担当課', '検証内容', '実施状況', '今後の取扱い'],
      [3, '交流会の開催', '協働課', '2回開いた。', '△', '継続'],
      [4, '見本市の開催', '商工課', '', '×', '廃止'],
    ]);
    expect(lines).toEqual([
      'Ⅰ|知る',
      '1|広報紙の発行|○|継続|毎月発行した。',
      '2|SNSの活用|◎|完了|毎週更新した。',
      'Ⅱ|つなぐ',
      '3|交流会の開催|△|継続|2回開いた。',
      '4|見本市の開催|×|廃止|',
    ]);
    expect(analysis.warnings.join('\n')).toContain('7行目から');
  });

  it('knows two columns without a title as a list when one holds marks', () => {
    const { fields, lines } = read([
      ['事業名', '状況'],
      ['広報紙の発行', '○'],
      ['出前講座の実施', '△'],
    ]);
    expect(fields).toEqual({ A: 'name', B: 'mark' });
    expect(lines).toEqual(['|広報紙の発行|○||', '|出前講座の実施|△||']);
  });
});
