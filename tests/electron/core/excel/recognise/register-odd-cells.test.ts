import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { SheetCell } from '#core/excel/workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import { imported, importedCase, importedFile } from '#tests/helpers/case-files.ts';
import { makeXlsx, stylesOf } from '#tests/helpers/make-workbook.ts';
import { layoutFile, textSheet } from '#tests/helpers/register-layouts.ts';

const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);

describe('addresses of mail and web', () => {
  it('are stored as they were written', async () => {
    const { groups, analysis } = await importedCase('csv-long-vowel-in-url.csv');
    expect(groups.map(({ url }) => url)).toEqual([
      'https://www.facebook.com/下関市民活動センター',
      'https://ja.wikipedia.org/wiki/ボランティア・サークル',
      'ホームページ',
      'Facebook「みどりの会サポーター」',
      'http://example.jp/',
      'http://example.jp/~midori/',
      'https://example.jp/あ～い',
      'ブログあり（準備中）',
    ]);
    expect(analysis.rows[5]?.fixes.join()).toContain('半角の「http://example.jp/」');
  });
});

describe('a date in the place of something else', () => {
  it('is asked about as a registration number, and not stored', async () => {
    const { groups, asking, warnings } = await importedCase('regno-became-date.xlsx');
    expect(groups.map(({ name, regNo }) => [name, regNo])).toEqual([
      ['みどりの会', null],
      ['あおぞらクラブ', null],
      ['海辺を歩く会', null],
      ['絵本のへや', null],
      ['手話サークルこだま', null],
    ]);
    expect(asking).toHaveLength(5);
    expect(asking[0]?.reason).toContain('「1-1」か「25-1-1」が日付になっているかもしれません');
    expect(warnings).toContain('日付になっているセルが 5 か所');
  });

  it('is asked about in an address, a count, a telephone and a name; in a note it stays readable', async () => {
    const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const day = '<c s="1"><v>45658</v></c>';
    const head = ['団体名', '町名', '番地', '会員数', '電話番号', '備考', '設立年月日'].map(text).join('');
    const rows = [
      [text('みどりの会'), text('彦島本村町'), day, day, day, day, day],
      [day, text('彦島本村町'), text('1-1'), '<c><v>5</v></c>', text('083-222-1002'), text('あ'), day],
    ];
    const sheet = `<sheetData><row>${head}</row>${rows.map((cells) => `<row>${cells.join('')}</row>`).join('')}</sheetData>`;
    const { groups, asking, row } = await importedFile(makeXlsx(sheet, { styles: stylesOf(14) }), 'a.xlsx');
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ address: null, members: null, phone: null, note: '2025-01-01' });
    expect(groups[0]).toMatchObject({ established: '2025-01-01' });
    expect(row(2)?.reason).toMatch(/住所が日付.*構成員数が日付.*電話番号が日付/s);
    expect(row(2)?.fixes.join()).toContain('備考のセルは日付なので');
    expect(asking.map(({ changes }) => changes.length > 0)).toEqual([true, false]);
    expect(row(3)?.reason).toContain('団体名が日付');
  });

  it('is found in the texts of a CSV too', async () => {
    const { groups, asking } = await importedFile(
      csv(
        '登録番号,団体名,町名,番地,会員数,備考',
        '1月1日,みどりの会,彦島本村町,2003/4/5,1900/1/12,1月1日',
        'Jan-01,あおぞらの会,彦島本村町,1-Dec,3,2025/4/1',
        '2025/12/1,海の会,彦島本村町,2-2,3,',
        '1-1,山の会,彦島本村町,3-4-5,12,',
      ),
      'a.csv',
    );
    expect(groups.map(({ regNo, address, members, note }) => [regNo, address, members, note])).toEqual([
      [null, null, null, '1月1日'],
      [null, null, 3, '2025/4/1'],
      [null, '彦島本村町2-2', 3, null],
      ['1-1', '彦島本村町3-4-5', 12, null],
    ]);
    expect(asking).toHaveLength(3);
  });

  it('never takes the rest of an address for the whole', () => {
    const sheet = textSheet([
      ['団体名', '町名', '番地'],
      ['みどりの会', '彦島本村町', '1月1日'],
      ['海の会', '彦島本村町', '2-2'],
    ]);
    expect(imported(sheet).groups.map(({ address }) => address)).toEqual([null, '彦島本村町2-2']);
  });

  it('is a code where others of the column cannot be days', () => {
    const { groups, asking } = imported(
      textSheet([
        ['登録番号', '団体名', '代表者'],
        ['2024-01-12', 'みどりの会', '田中 一郎'],
        ['2024-13-01', '海の会', '田中 二郎'],
      ]),
    );
    expect(groups.map(({ regNo }) => regNo)).toEqual(['2024-01-12', '2024-13-01']);
    expect(asking).toEqual([]);
  });
});

describe('TRUE and FALSE', () => {
  it('are ○ and blank in a matrix of fields', async () => {
    const { groups, asking } = await importedCase('matrix-true-false.xlsx');
    expect(groups[0]).toMatchObject({ fields: ['保健、医療又は福祉の増進', 'まちづくりの推進'], phonePublic: true });
    expect(groups[1]).toMatchObject({ fields: ['社会教育の推進', '環境の保全'], phonePublic: false });
    expect(asking).toEqual([]);
  });

  it.each(['xlsx', 'xls', 'ods'] as const)('are so in kinds and in 非公開 of an .%s file', async (format) => {
    const rows = [
      ['団体名', '任意団体', 'NPO法人', '電話番号', '電話番号非公開'],
      ['みどりの会', true, false, '083-222-1001', true],
      ['海の会', false, true, '083-222-1002', false],
      ['山の会', true, false, '083-222-1003', false],
    ];
    const { groups, asking } = await importedFile(layoutFile([{ name: '名簿', rows }], format), `a.${format}`);
    expect(groups.map(({ orgType, phonePublic }) => [orgType, phonePublic])).toEqual([
      ['任意団体', false],
      ['NPO法人', null],
      ['任意団体', null],
    ]);
    expect(asking).toEqual([]);
  });

  it('are asked about where they are no value, as a name before anything is written', async () => {
    const { groups, row } = await importedFile(
      csv('団体名,代表者,電話番号,備考', 'みどりの会,True,083-222-1001,FALSE', 'TRUE,田中 一郎,083-222-1002,'),
      'a.csv',
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ name: 'みどりの会', repName: null, note: null });
    expect(row(2)).toMatchObject({ action: 'check' });
    expect(row(3)).toMatchObject({ action: 'check', changes: [] });
  });

  it.each([
    ['TRUE', 'FALSE'],
    ['○', ''],
  ])('are read under two header rows without merges: %s', async (yes, no) => {
    const bytes = csv(
      '登録番号,団体名,活動分野,,,電話番号',
      ',,福祉,環境,まちづくり,',
      `A01,みどりの会,${yes},${no},${yes},083-222-1001`,
      `A02,海の会,${no},${yes},${no},083-222-1002`,
    );
    const { groups, asking } = await importedFile(bytes, 'a.csv');
    expect(groups.map(({ name, fields }) => [name, fields])).toEqual([
      ['みどりの会', ['保健、医療又は福祉の増進', 'まちづくりの推進']],
      ['海の会', ['環境の保全']],
    ]);
    expect(asking).toEqual([]);
  });

  it('say 真 and 偽 in a matrix', () => {
    const { groups } = imported(
      textSheet([
        ['団体名', '電話番号', '福祉', '環境'],
        ['みどりの会', '083-222-1001', '真', '偽'],
        ['海の会', '083-222-1002', '偽', '偽'],
      ]),
    );
    expect(groups.map(({ fields }) => fields)).toEqual([['保健、医療又は福祉の増進'], []]);
  });
});

describe('words of data tools', () => {
  it('are blank cells, said once', async () => {
    const { groups, warnings } = await importedCase('csv-null-words.csv');
    expect(groups.map(({ repName, phone, members, note }) => [repName, phone, members, note])).toEqual([
      [null, '083-222-1001', 12, null],
      [null, null, null, null],
      [null, '083-222-1003', 8, null],
      ['高橋 三枝', null, 15, null],
    ]);
    expect(groups[2]).toMatchObject({ address: null });
    expect(warnings).toContain('セルが 11 か所あります。空欄として読みました');
  });

  it('erase nothing of the ledger and are no name of a group', async () => {
    const { names, row } = await importedFile(
      csv('団体名,代表者,電話番号', 'NULL,田中 一郎,083-222-1001', 'nan,,', '海の会,None,083-222-1002'),
      'a.csv',
    );
    expect(names).toEqual(['海の会']);
    expect(row(2)).toMatchObject({ action: 'check', changes: [] });
    expect(row(3)).toMatchObject({ action: 'skip' });
  });
});

describe('rows of a data tool', () => {
  it('that hold NULL beside a heading are headings', async () => {
    const { names, asking } = await importedFile(
      csv('団体名,活動内容,電話番号', 'スポーツ,NaN,NaN', '海の会,清掃,083-222-1001', '以上,nan,nan', 'nan,nan,nan'),
      'a.csv',
    );
    expect(names).toEqual(['海の会']);
    expect(asking).toEqual([]);
  });
});

describe('errors of a spreadsheet', () => {
  it('are never stored, in whatever column they stand', async () => {
    const { groups, asking } = await importedFile(
      csv(
        '団体名,代表者,住所,種別,活動分野,活動地域,備考',
        'みどりの会,#REF!,#VALUE!,#NAME?,#REF!,#DIV/0!,#NULL!',
        '#REF!,田中 一郎,下関市中央1-1,任意団体,環境,市内,',
      ),
      'a.csv',
    );
    expect(groups).toHaveLength(1);
    expect(JSON.stringify(groups)).not.toContain('#');
    expect(asking.map(({ changes }) => changes.length)).toEqual([1, 0]);
  });
});

describe('formulas whose results were not saved', () => {
  const unsaved: SheetCell = { type: 'text', text: '', formula: true };

  it('keep their rows, and are told loudly', async () => {
    const { names, asking, warnings } = await importedCase('xlsx-formulas-without-results.xlsx');
    expect(names).toEqual(['みどりの会', '海辺を歩く会', '手話サークルこだま']);
    expect(asking.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(asking.filter(({ changes }) => changes.length === 0).map(({ row }) => row)).toEqual([3, 5]);
    expect(asking[1]?.reason).toContain('計算結果');
    expect(warnings).toMatch(/計算結果が保存されていない数式のセルが 7 か所.*Excel でファイルを開いて一度保存/);
  });

  it('keep rows that hold nothing else', async () => {
    const plain = textSheet([
      ['登録番号', '団体名', '代表者'],
      ['A1', 'x', '田中 一郎'],
      ['A2', 'x', null],
      ['x', 'x', 'x'],
    ]);
    const sheet = {
      ...plain,
      rows: plain.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.text === 'x' ? unsaved : cell)),
      })),
    };
    const { asking, groups } = imported(sheet);
    expect(asking.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(groups).toEqual([]);
  });

  it('do not hide that the sheet is a register', async () => {
    const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const name = '<c><f>LEFT(A1,3)</f></c>';
    const rows = [1, 2, 3].map(
      (n) => `<row>${cell(`A${n}`)}${name}${cell('田中 一郎')}${cell(`083-222-100${n}`)}</row>`,
    );
    const head = ['登録番号', '団体名', '代表者', '電話番号'].map(cell).join('');
    const bytes = makeXlsx(`<sheetData><row>${head}</row>${rows.join('')}</sheetData>`);
    const [sheet] = (await parseWorkbook(bytes)).sheets;
    expect(sheet === undefined ? 0 : organizationsImporter.score(sheet)).toBeGreaterThanOrEqual(0.5);
    const { asking } = await importedFile(bytes, 'a.xlsx');
    expect(asking).toHaveLength(3);
  });
});
