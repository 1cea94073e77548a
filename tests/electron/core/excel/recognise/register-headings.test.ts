import { describe, expect, it } from 'vitest';
import { imported, importedCase, importedFile } from '#tests/helpers/case-files.ts';
import { layoutFile, type LayoutSheet, textSheet } from '#tests/helpers/register-layouts.ts';

const head = ['団体名', '活動内容', '電話番号'];
const group = (number: number): string[] => [`みどり${number}の会`, '清掃', `083-222-10${10 + number}`];

/** Each text alone in the column of names, with a full group above and below it. */
function between(...texts: readonly string[]) {
  return imported(textSheet([head, group(0), ...texts.flatMap((text, index) => [[text], group(index + 1)])]));
}

describe('a text alone in the column of names', () => {
  it.each(
    `【下関地区】 ■福祉 北浦地区の団体 ＜市民活動団体＞ ◆まちづくり ２．環境 （１）子育て 第1章　概要 あ行 旧豊浦町 豊北町 市内
    学術・文化 文化・芸術・スポーツ 里山・自然・環境 地元・町内会・自治会 スポーツ 子育て支援団体 NPO法人 その他 登録団体一覧（つづき）
    東部 福祉関係 国際交流部門 下関市（5団体） Ⅰ．音楽 (2)趣味 A．観光 ④趣味 Ｂ．趣味`.split(/\s+(?!概要)/u),
  )('is a heading: %s', (text) => {
    const { names, asking } = between(text);
    expect(names).toEqual(['みどり0の会', 'みどり1の会']);
    expect(asking).toEqual([]);
  });

  it.each([
    '一覧は以上',
    '以下余白',
    '（以上）',
    '以　上',
    '連絡先は事務局へ',
    '詳しくは市民活動センターまで。',
    '次ページへ続く',
    '合計 12団体',
    '登録団体数：12団体',
    '令和7年4月1日現在',
    '印刷日：2025/4/1',
    '（順不同）',
    '※掲載は希望団体のみ',
    '掲載を希望されない団体は載せていません。',
    '掲載内容は令和7年4月時点のものです',
    'お問い合わせ 083-231-1111',
    'https://example.jp/list',
  ])('is a note: %s', (text) => {
    const { names, asking } = between(text);
    expect(names).toEqual(['みどり0の会', 'みどり1の会']);
    expect(asking).toEqual([]);
  });

  it.each([
    'うみかぜの会',
    'あおば卓球クラブ',
    '特定非営利活動法人ほたる',
    '下関絵本サークル',
    '（特非）ほたる',
    'みなと合唱団',
  ])('is a group by its name: %s', (text) => expect(between(text).names).toContain(text));

  it.each(['ひまわり', '健康づくり', '●さくらの会', '子ども会', '高齢者支援'])('is asked about: %s', (text) => {
    const { names, row, warnings } = between(text);
    expect(names).toEqual(['みどり0の会', 'みどり1の会']);
    expect(row(3)).toMatchObject({ action: 'check', changes: [], title: text });
    expect(row(3)?.reason).toContain('見出しか団体か分からない');
    expect(warnings).toContain('分からない行が 1 行');
  });

  it('is asked about when it names a body and headings part the list: 東部自治会連合会', () => {
    expect(between('東部自治会連合会').names).toContain('東部自治会連合会');
    const { asking } = between('【西部】', '東部自治会連合会');
    expect(asking.map(({ title }) => title)).toEqual(['東部自治会連合会']);
  });
});

it('その他 may part fields, places or kinds, and says nothing of the groups below it', () => {
  const { groups } = between('【環境】', 'その他');
  expect(groups.map(({ fields, orgType }) => [fields, orgType])).toEqual([
    [[], null],
    [['環境の保全'], null],
    [[], null],
  ]);
});

it('a name that begins like a note is a group when its row is full', () => {
  const { names, row } = imported(textSheet([head, group(1), ['※の会', '茶道', '083-222-1009'], ['※印は新規の団体']]));
  expect(names).toEqual(['みどり1の会', '※の会']);
  expect(row(4)?.reason).toBe('注記');
});

describe('headings and notes of files', () => {
  it('are no groups in a list parted by themes', async () => {
    const { names, asking } = await importedCase('sections-in-name-column.xlsx');
    expect(names).toEqual(['あおば卓球クラブ', 'みどりの会', 'ひまわり町自治会', 'さくらの会']);
    expect(asking).toEqual([]);
  });

  it('are no groups when they are merged over the width, counted, or in the column of numbers', async () => {
    const rows: LayoutSheet['rows'] = [
      ['番号', '団体名', '代表者', '電話'],
      [null, '北部の各種の集まり', null, null],
      [1, 'みどりの会', '青木 一郎', '083-222-1001'],
      ['下関地区', null, null, null],
      [2, '海の会', '青木 二郎', '083-222-1002'],
      ['宇部地区', '3団体', null, null],
      [3, '山の会', '青木 三郎', '083-222-1003'],
      [null, '【周南地区】', null, '2団体'],
      [4, '【川の会】', null, null],
    ];
    const { names } = await importedFile(layoutFile([{ name: '一覧', rows, merges: ['B2:D2'] }]), 'a.xlsx');
    expect(names).toEqual(['みどりの会', '海の会', '山の会', '【川の会】']);
  });

  it('are asked about beside the members of their groups, and do not count in the totals', () => {
    const { names, asking, warnings } = imported(
      textSheet([
        ['団体名', '電話番号', '会員数'],
        ['環境', null, '12人'],
        ['みどりの会', '083-222-1001', '12'],
        ['福祉', null, '30'],
        ['海の会', '083-222-1002', '30'],
        ['合計', null, '42'],
        ['合計', '2団体'],
      ]),
    );
    expect(names).toEqual(['みどりの会', '海の会']);
    expect(asking.map(({ title }) => title)).toEqual(['環境', '福祉']);
    expect(warnings).not.toContain('合計が合いません');
  });

  it('in a column that is written once for all its groups are its value from there on', () => {
    const { groups } = imported(
      textSheet([
        ['分野', '団体名', '電話番号'],
        ['環境', 'みどりの会', '083-222-1001'],
        [null, '海の会', '083-222-1002'],
        ['福祉', null, null],
        [null, '山の会', '083-222-1003'],
        [null, '川の会', '083-222-1004'],
      ]),
    );
    expect(groups.map(({ fields }) => fields)).toEqual([
      ['環境の保全'],
      ['環境の保全'],
      ['保健、医療又は福祉の増進'],
      ['保健、医療又は福祉の増進'],
    ]);
  });

  it('are asked about beside a number, a telephone or a date', () => {
    const { names, asking } = imported(
      textSheet([
        ['番号', '団体名', '代表者', '電話番号'],
        ['1', '福祉'],
        ['2', 'そ　の　他'],
        [null, '印刷日', null, '2025/4/1'],
        ['1', 'みどりの会', '田中 一郎', '083-222-1001'],
        ['2', 'ひまわり'],
        [null, '問い合わせ先　市民活動センター', null, '083-231-1111'],
      ]),
    );
    expect(names.toSorted()).toEqual(['ひまわり', 'みどりの会']);
    expect(asking.map(({ title }) => title)).toEqual([
      '福祉',
      'そ　の　他',
      '印刷日',
      '問い合わせ先　市民活動センター',
    ]);
  });

  it('do not give the section above to groups below a row that nobody can tell', () => {
    const { groups } = between('【環境】', 'ひまわり');
    expect(groups.map(({ fields }) => fields)).toEqual([[], ['環境の保全'], []]);
  });
});

describe('titles', () => {
  it('of a second sheet are no groups', async () => {
    const { names, asking } = await importedCase('sheet-titles.xlsx');
    expect(names).toEqual(['あおばの会', 'みどりの会', 'ひまわりの会', 'さくらの会']);
    expect(asking).toEqual([]);
  });

  it('of joined sheets may be any words over any rows', async () => {
    const sheets: LayoutSheet[] = [
      { name: '下関市', rows: [['名簿'], head, group(1), group(2)] },
      { name: '宇部市', rows: [['宇部まちづくりの会', null, '4月'], ['ひまわり'], head, group(3), group(4)] },
    ];
    const { names, asking, row } = await importedFile(layoutFile(sheets), 'a.xlsx');
    expect(names).toEqual(['みどり1の会', 'みどり2の会', 'みどり3の会', 'みどり4の会']);
    expect(asking).toEqual([]);
    expect(row(2002)?.reason).toBe('表題');
  });

  it('above a header that is printed again are no groups; a name there is asked about unless a gap parts it', () => {
    const { names, asking } = imported(
      textSheet([
        head,
        group(1),
        ['東の部屋'],
        head,
        group(2),
        ['ただの会'],
        head,
        group(3),
        [],
        ['西の会'],
        head,
        group(4),
      ]),
    );
    expect(names).toEqual(['みどり1の会', 'みどり2の会', 'みどり3の会', 'みどり4の会']);
    expect(asking.map(({ title }) => title)).toEqual(['ただの会']);
  });
});

describe('groups of which only the name is known', () => {
  it('come in when the list holds names only', () => {
    const { names, asking } = imported(textSheet([['団体名', '電話番号'], ['ひまわり'], ['スマイル'], ['みどりの会']]));
    expect(names).toEqual(['ひまわり', 'スマイル', 'みどりの会']);
    expect(asking).toEqual([]);
  });

  it('come in when several stand below one another', () => {
    const { names, asking } = imported(textSheet([head, group(1), ['ひまわり'], ['スマイル'], ['KIDS'], group(2)]));
    expect(names).toEqual(['みどり1の会', 'ひまわり', 'スマイル', 'KIDS', 'みどり2の会']);
    expect(asking).toEqual([]);
  });
});
