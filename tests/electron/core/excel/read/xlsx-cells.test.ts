import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { describe, expect, it } from 'vitest';
import { makeXlsx, stylesOf } from '#tests/helpers/make-workbook.ts';

type Options = Parameters<typeof makeXlsx>[1];

async function sheetOf(content: string, options?: Options): Promise<Sheet> {
  const workbook = await parseWorkbook(makeXlsx(content, options));
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The cells of one row that holds `cells`. */
async function rowOf(cells: string, options?: Options): Promise<readonly (SheetCell | null)[]> {
  const sheet = await sheetOf(`<sheetData><row r="1">${cells}</row></sheetData>`, options);
  return sheet.rows[0]?.cells ?? [];
}

const number = (text: string): SheetCell => ({ type: 'number', text, number: Number(text) });
const text = (value: string): SheetCell => ({ type: 'text', text: value });

describe('values of a cell', () => {
  it('text, numbers, truth values, errors and inline text keep their type', async () => {
    const cells =
      '<c t="s"><v>0</v></c><c><v>39.5</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="inlineStr"><is><t>山口</t></is></c>';
    expect(await rowOf(cells, { strings: '<si><t>団体</t></si>' })).toEqual([
      text('団体'),
      number('39.5'),
      { type: 'boolean', text: 'TRUE' },
      { type: 'error', text: '#REF!' },
      text('山口'),
    ]);
  });

  it('a number shows at most the 15 digits of Excel and never an exponent', async () => {
    const row = await rowOf(
      '<c><v>0.30000000000000004</v></c><c><v>1E21</v></c><c><v>8.39344666E8</v></c><c><v>1E-7</v></c>',
    );
    expect(row.map((cell) => cell?.text)).toEqual(['0.3', '1000000000000000000000', '839344666', '0.0000001']);
  });

  it('a number is a date only under a date format, wareki formats included', async () => {
    const codes = [
      '[$-411]ge.m.d;@',
      '[$-411]ggge"年"m"月"d"日"',
      'yyyy/m/d h:mm',
      '#,##0"日"',
      'h:mm',
      '0_);[Red]\\(0\\)',
    ];
    const styles = stylesOf(14, 57, ...codes);
    const cells = [0, 1, 2, 3, 4, 5, 6, 8].map((style) => `<c s="${style}"><v>45748.5</v></c>`).join('');
    const row = await rowOf(cells, { styles });
    const noon = { type: 'date', text: '2025-04-01T12:00:00' };
    const days = { type: 'text', text: '45,749日', stored: '45748.5' };
    expect(row).toEqual([number('45748.5'), noon, noon, noon, noon, noon, days, number('45748.5')]);
  });

  it('whole days have no time, times without a day stay times, and impossible days stay numbers', async () => {
    const cells =
      '<c s="1"><v>45748</v></c><c s="2"><v>0.395833333333333</v></c><c s="1"><v>0</v></c><c s="1"><v>60</v></c><c s="1"><v>59</v></c>';
    const row = await rowOf(cells, { styles: stylesOf(14, 20) });
    expect(row.map((cell) => cell?.text)).toEqual(['2025-04-01', '09:30', '0', '60', '1900-02-28']);
  });

  it('the 1904 date system is followed', async () => {
    const options = { styles: stylesOf(14), workbookProperties: '<workbookPr date1904="1"/>' };
    expect(await rowOf('<c s="1"><v>44286</v></c>', options)).toEqual([{ type: 'date', text: '2025-04-01' }]);
  });

  it('a percent keeps its number and says so', async () => {
    expect(await rowOf('<c s="1"><v>0.395</v></c>', { styles: stylesOf('0.0%') })).toEqual([
      { ...number('0.395'), percent: true },
    ]);
  });

  it('a formula gives its saved result; without one it is marked and never 0', async () => {
    const cells =
      '<c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c t="str"><f>""</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    expect(await rowOf(cells)).toEqual([
      { ...number('2'), formula: true },
      { type: 'text', text: '', formula: true },
      null,
      { type: 'error', text: '#DIV/0!', formula: true },
    ]);
  });

  it('rich text is joined and its furigana kept apart', async () => {
    const strings =
      '<si><r><t>下関</t></r><r><rPr/><t xml:space="preserve">NPO の会</t></r><rPh sb="0" eb="2"><t>シモノセキ</t></rPh><rPh sb="7" eb="8"><t>カイ</t></rPh></si>';
    expect(await rowOf('<c t="s"><v>0</v></c>', { strings })).toEqual([
      { type: 'text', text: '下関NPO の会', phonetic: 'シモノセキNPO のカイ' },
    ]);
  });

  it('names keep their characters; only parted sound marks and line breaks are joined', async () => {
    const cells =
      '<c t="inlineStr"><is><t>髙﨑\u{20bb7}\ufa19\ufa1b葛\u{e0100}か\u3099</t></is></c><c t="inlineStr"><is><t>上_x000D_\n下&amp;&#x3042;&lt;b&gt;</t></is></c>';
    expect((await rowOf(cells)).map((cell) => cell?.text)).toEqual([
      '髙﨑\u{20bb7}\ufa19\ufa1b葛\u{e0100}が',
      '上\n下&あ<b>',
    ]);
  });
});

describe('the shape of a sheet', () => {
  it('rows and cells without references follow each other', async () => {
    const sheet = await sheetOf(
      '<sheetData><row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row></sheetData>',
    );
    expect(sheet.rows.map((row) => [row.index, row.cells.length])).toEqual([
      [0, 5],
      [4, 1],
      [5, 1],
    ]);
  });

  it('prefixed elements are read', async () => {
    const prefixed = '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData>';
    expect((await sheetOf(prefixed)).rows[0]?.cells).toEqual([number('7')]);
  });

  it('formatted empty rows and columns are not part of it', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 3}" s="1"><c r="XFD${index + 3}" s="1"/></row>`,
    );
    const sheet = await sheetOf(
      `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="B1"><v>1</v></c></row>${rows.join('')}</sheetData>`,
    );
    expect(sheet.rows).toEqual([{ index: 0, hidden: false, cells: [null, number('1')] }]);
    expect(sheet.columnCount).toBe(2);
  });

  it('merges end with the data and hide what they cover; hidden columns end with the data', async () => {
    const sheet = await sheetOf(
      '<cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="C2"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="A9:B9"/></mergeCells>',
    );
    expect(sheet.rows.map((row) => [row.hidden, row.cells])).toEqual([
      [false, [number('1')]],
      [true, [null, null, number('3')]],
    ]);
    expect(sheet.merges).toEqual([
      { r1: 0, c1: 0, r2: 0, c2: 1 },
      { r1: 1, c1: 0, r2: 1, c2: 0 },
    ]);
    expect(sheet.hiddenColumns).toEqual([1, 2]);
  });

  it.each(['__proto__', 'constructor', 'toString'])('a sheet may be called %s', async (sheetName) => {
    const sheet = await sheetOf('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', { sheetName });
    expect(sheet.name).toBe(sheetName);
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(12);
  });
});
