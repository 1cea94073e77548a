import { describe, expect, it } from 'vitest';
import { imported, importedCase, importedFile } from '#tests/helpers/case-files.ts';
import { layoutFile, type LayoutSheet, textSheet } from '#tests/helpers/register-layouts.ts';

const head = ['登録番号', '団体名', '代表者', '電話番号', '備考'];
const group = (number: number, name: string, note: string | null = null): (string | null)[] => [
  `A0${number}`,
  name,
  '田中 一郎',
  `083-222-10${10 + number}`,
  note,
];

describe('groups that left', () => {
  it('below the register are not taken without a question', async () => {
    const { names, asking, warnings } = await importedCase('withdrawn-below.xlsx');
    expect(names).toEqual(['みどりの会', 'あおぞらクラブ', '海辺を歩く会']);
    expect(asking.map(({ title, changes }) => [title, changes])).toEqual([
      ['昔の会', []],
      ['とじた会', []],
    ]);
    expect(asking[0]?.reason).toContain('退会した団体かもしれません');
    expect(warnings).toContain('とみられる行が 2 行');
  });

  it.each([
    '退会団体',
    '■ 令和6年度 退会団体（2団体）',
    '【抹消団体】',
    '登録取消団体一覧',
    '解散した団体',
    '解散法人',
    '休会中の団体',
    '退会・休会団体',
    '活動休止',
    '※以下は登録を取り消した団体',
    '旧登録団体',
    '登録を更新しなかった団体',
    '活動を休止している団体',
    '未更新団体',
    'OB団体',
    '元会員',
  ])('stand below the heading %s', (heading) => {
    const { names, asking } = imported(
      textSheet([head, group(1, 'みどりの会'), [heading], group(2, '昔の会'), ['下関市'], group(3, '遠い会')]),
    );
    expect(names).toEqual(['みどりの会']);
    expect(asking.map(({ title }) => title)).toEqual(['昔の会', '遠い会']);
  });

  it('end where groups of today begin again', () => {
    const { names } = imported(
      textSheet([['退会団体一覧'], head, group(1, '昔の会'), ['登録団体'], head, group(2, 'みどりの会')]),
    );
    expect(names).toEqual(['みどりの会']);
  });

  it('are a table beside the register', () => {
    const { names, asking } = imported(
      textSheet([
        ['登録団体', null, null, '退会団体'],
        ['団体名', '代表者', null, '団体名', '代表者'],
        ['みどりの会', '田中 一郎', null, '昔の会', '田中 二郎'],
        ['海の会', '田中 三郎', null, '遠い会', '田中 四郎'],
      ]),
    );
    expect(names).toEqual(['みどりの会', '海の会']);
    expect(asking).toHaveLength(2);
  });

  it('are a sheet of their own, by its name or its title', async () => {
    const sheets: LayoutSheet[] = [
      { name: '東', rows: [['登録団体'], head, group(1, 'みどりの会'), group(2, '海の会')] },
      { name: '西', rows: [['退会団体'], head, group(3, '昔の会'), group(4, '遠い会')] },
      { name: '抹消', rows: [head, group(5, '消えた会'), group(6, '去った会')] },
    ];
    const all = await importedFile(layoutFile(sheets), 'a.xlsx');
    expect(all.names).toEqual(['みどりの会', '海の会']);
    expect(all.asking.map(({ title }) => title)).toEqual(['昔の会', '遠い会']);
    const only = await importedFile(layoutFile(sheets.slice(2)), 'a.xlsx');
    expect(only.names).toEqual([]);
    expect(only.asking).toHaveLength(2);
  });

  it('are a sheet by its name, whatever its title says', async () => {
    const { names, asking } = await importedFile(
      layoutFile([
        { name: '現役', rows: [['登録団体一覧'], head, group(1, 'みどりの会'), group(2, '海の会')] },
        { name: '休会中', rows: [['登録団体一覧'], head, group(3, '昔の会'), group(4, '遠い会')] },
      ]),
      'a.xlsx',
    );
    expect(names).toEqual(['みどりの会', '海の会']);
    expect(asking.map(({ title }) => title)).toEqual(['昔の会', '遠い会']);
  });

  it('leave their number, or a word in its place', () => {
    const { names, asking, row } = imported(
      textSheet([head, group(1, 'みどりの会'), ['抹消', '昔の会', '田中 二郎'], ['A03', '欠番'], ['A04', '（欠番）']]),
    );
    expect(names).toEqual(['みどりの会']);
    expect(asking.map(({ title }) => title)).toEqual(['昔の会']);
    expect([row(4), row(5)].map((each) => each?.action)).toEqual(['skip', 'skip']);
  });

  it('are told by a header that is printed again with 退会日', () => {
    const again = [...head.slice(0, 4), '退会日'];
    const { names, asking } = imported(
      textSheet([
        head,
        group(1, 'みどりの会'),
        again,
        group(2, '昔の会', 'R6.3.31'),
        head,
        group(3, '海の会', 'R6.3.31'),
      ]),
    );
    expect(names).toEqual(['みどりの会', '海の会']);
    expect(asking.map(({ title }) => title)).toEqual(['昔の会']);
  });

  it.each([
    ['状態', '退会', '登録'],
    ['登録状況', '更新せず', '更新'],
    ['退会団体', '○', '遠い会'],
    ['退会した団体', '退会', ''],
    ['登録状態', '退', '現'],
    ['有効', '×', '○'],
    ['在籍', '無効', '有効'],
    ['備考', '解散（R6.3.31）', '解散予定（R9.3.31）'],
    ['登録状況', '休会中', '更新済'],
    ['区分', '休止', '継続'],
    ['退会日', 'R6.3.31', '-'],
    ['抹消年月日', '2024/3/31', ''],
    ['退会', '○', '×'],
    ['退会', 'TRUE', 'FALSE'],
    ['備考', '令和6年度末退会', '退会予定'],
    ['備考', 'R6.3.31解散', '会費を廃止'],
    ['摘要', '活動休止中', '役員会に休会を相談'],
  ])('are told by the column %s: %s, but not %s', (header, left, current) => {
    const { names, asking } = imported(
      textSheet([
        ['団体名', '代表者', '電話番号', header],
        ['みどりの会', '田中 一郎', '083-222-1001', current],
        ['昔の会', '田中 二郎', '083-222-1002', left],
      ]),
    );
    expect(names).toEqual(['みどりの会']);
    expect(asking[0]?.reason).toContain(header);
  });

  it.each(['昔の会（退会）', '【解散】昔の会', '昔の会（R6.3退会）', '昔の会※休会中', '退会　昔の会', '抹消'])(
    'say so in their name: %s',
    (name) => {
      const { asking } = imported(textSheet([head, group(1, 'みどりの会'), group(2, name)]));
      expect(asking.map(({ title }) => title)).toEqual([name]);
    },
  );

  it('are asked about in a list of corporations with 解散情報', async () => {
    const { names, asking } = await importedCase('dissolved-corporation.csv');
    expect(names).toEqual(['特定非営利活動法人あおば']);
    expect(asking[0]?.reason).toMatch(/解散情報.*解散した団体かもしれません/);
  });

  it.each(['登録団体一覧（退会団体を除く）', '登録団体及び退会団体', '退会予定団体', '退会の手続について'])(
    'are not meant by the title %s',
    (title) => {
      const { names } = imported(textSheet([[title], head, group(1, 'みどりの会'), group(2, '海の会')]));
      expect(names).toEqual(['みどりの会', '海の会']);
    },
  );
});
