import { describe, expect, it } from 'vitest';
import { importSheet, onlyList, sheetOf } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

type Line = readonly (string | number)[];

/** The marks of a plan after the import of three measures with these statuses. */
function marksOf(
  values: readonly (string | number)[],
  around: { above?: readonly Line[]; below?: readonly Line[]; header?: string } = {},
) {
  const ledger = tempLedger();
  const body = values.map((value, index): Line => [index + 1, `推進項目その${index}`, value, '継続']);
  const header = ['NO', '推進項目', around.header ?? '評価', '今後の方向性'];
  const sheet = sheetOf([...(around.above ?? []), header, ...body, ...(around.below ?? [])]);
  const { analysis } = importSheet(ledger, sheet);
  const { marks, rows, statusHeading } = onlyList(ledger);
  return {
    analysis,
    statusHeading,
    legend: marks.map(({ glyph, label }) => (glyph === label ? glyph : `${glyph}${label}`)),
    read: rows.filter((row) => row.kind === 'measure').map((row) => row.mark.text),
  };
}

const letters = ['A達成した', 'B一部達成した', 'C未着手'];

describe('the meaning of marks', () => {
  it('is read from a legend of several rows, and its rows are called a legend', () => {
    const above = [['【評価の基準】'], ['A：達成した'], ['B：一部達成した'], ['C：未着手']];
    const { analysis, legend, read, statusHeading } = marksOf(['A', 'Ｂ', 'C'], { above });
    expect({ legend, read, statusHeading }).toEqual({ legend: letters, read: ['A', 'B', 'C'], statusHeading: '評価' });
    expect(analysis.rows.slice(0, 4).map((row) => row.reason)).toEqual(['凡例', '凡例', '凡例', '凡例']);
  });

  it.each([
    [
      'two columns above the table',
      {
        above: [
          ['', '', 'A', '達成した'],
          ['', '', 'B', '一部達成した'],
          ['', '', 'C', '未着手'],
        ],
      },
    ],
    ['rows below the table', { below: [[], ['A：達成した'], ['B：一部達成した'], ['C：未着手']] }],
    ['one line without signs', { below: [['評価：A 達成した、B 一部達成した、C 未着手']] }],
    ['the header itself', { header: '評価\nA：達成した\nB：一部達成した\nC：未着手' }],
  ])('is read from %s', (_, around) => {
    const { analysis, legend } = marksOf(['A', 'B', 'C'], around);
    expect(legend).toEqual(letters);
    expect(analysis.rows.filter((row) => row.action === 'add')).toHaveLength(3);
  });

  it('is read from columns beside the table', () => {
    const ledger = tempLedger();
    importSheet(
      ledger,
      sheetOf([
        ['NO', '推進項目', '評価', '備考', '', '凡例'],
        [1, '広報紙の発行', '◎', '毎月発行した。', '', '◎', '達成'],
        [2, '出前講座の実施', '○', '3校で行った。', '', '○', '順調'],
        [3, '交流会の開催', '○', '', '', '△', '遅れ'],
      ]),
    );
    expect(onlyList(ledger).marks.map(({ glyph, label }) => glyph + label)).toEqual(['◎達成', '○順調', '△遅れ']);
  });

  it('comes from the legend that reads the column when there are several', () => {
    const below = [['関係課：◎主管課 ○関係課'], ['評価：A達成した B：一部達成した'.replace('A達成', 'A：達成')]];
    expect(marksOf(['A', 'B', 'A'], { below }).legend).toEqual(['A達成した', 'B一部達成した']);
  });

  it('stands in the cells: ◎実施済 needs no legend and no warning', () => {
    const { analysis, legend, read } = marksOf(['◎実施済', '○継続推進', '◎実施済', '×検討中']);
    expect(legend).toEqual(['◎実施済', '○継続推進', '×検討中']);
    expect(read).toEqual(['◎', '○', '◎', '×']);
    expect(analysis.warnings.join('\n')).not.toMatch(/凡例|添え書き/);
  });

  it.each([
    ['words', ['完了', '実施中', '実施中', '未着手'], ['完了', '実施中', '未着手']],
    [
      'words of a drop-down list',
      ['1:実施済', '2:継続実施', '3:未実施', '2:継続実施'],
      ['実施済', '継続実施', '未実施'],
    ],
    ['digits, full width or half', ['4', '３', '3', 1], ['1', '3', '4']],
  ])('is that of %s when there is no legend: they are the choices', (_, values, choices) => {
    const { analysis, legend } = marksOf(values);
    expect(legend.toSorted()).toEqual(choices.toSorted());
    expect(analysis.rows.filter((row) => row.action === 'check')).toEqual([]);
    expect(analysis.warnings.join('\n')).toContain('そのまま選択肢にしました');
  });

  it('is asked for where a value is neither in the legend nor a word for a status', () => {
    const above = [['評価：◎達成 ○順調 △遅れ']];
    const { analysis, legend } = marksOf(['◎', '○', '？', '中止'], { above });
    expect(legend).toEqual(['◎達成', '○順調', '△遅れ', '中止']);
    expect(analysis.rows.filter((row) => row.action === 'check').map((row) => row.key)).toEqual(['3']);
    expect(analysis.warnings.join('\n')).toContain('選択肢にない値(中止)');
  });

  it('does not make × for 未着手 an odd pair with 継続', () => {
    const warned = (text: string) =>
      marksOf(['×', '○'], { above: [[text]] })
        .analysis.warnings.join('\n')
        .includes('珍しい');
    expect(warned('評価：○順調 ×検討中')).toBe(true);
    expect(warned('評価：○順調 ×未着手')).toBe(false);
  });
});
