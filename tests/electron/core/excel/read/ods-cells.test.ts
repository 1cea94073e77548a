import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { makeZip } from '#tests/helpers/make-workbook.ts';
import { describe, expect, it } from 'vitest';

async function sheetsOf(tables: string, styles = ''): Promise<readonly Sheet[]> {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
  return (await parseWorkbook(makeZip({ mimetype, 'content.xml': content }))).sheets;
}

const table = (inside: string, attributes = ''): string =>
  `<table:table table:name="表" ${attributes}>${inside}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes: string, inside = ''): string =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`;
const text = (value: string): string => cell('office:value-type="string"', `<text:p>${value}</text:p>`);

describe('an OpenDocument sheet', () => {
  it('states type and value apart from what it shows', async () => {
    const cells = [
      cell('office:value-type="float" office:value="1931"', '<text:p>1,931人</text:p>'),
      cell('office:value-type="percentage" office:value="0.395"', '<text:p>39.5%</text:p>'),
      cell('office:value-type="date" office:date-value="2025-04-01"', '<text:p>R7.4.1</text:p>'),
      cell('office:value-type="date" office:date-value="2025-04-01T09:30:00"', '<text:p>-</text:p>'),
      cell('office:value-type="time" office:time-value="PT09H05M00S"', '<text:p>9:05</text:p>'),
      cell('office:value-type="boolean" office:boolean-value="true"', '<text:p>はい</text:p>'),
      cell('office:value-type="string" calcext:value-type="error" table:formula="of:=A0"', '<text:p>#REF!</text:p>'),
      cell('table:formula="of:=1+1" office:value-type="float" office:value="2"', '<text:p>2</text:p>'),
      cell('table:formula="of:=1+1"'),
    ];
    const [sheet] = await sheetsOf(table(row(cells.join(''))));
    expect(sheet?.rows[0]?.cells).toEqual([
      { type: 'text', text: '1,931人', stored: '1931' },
      { type: 'number', text: '0.395', number: 0.395, percent: true },
      { type: 'date', text: '2025-04-01' },
      { type: 'date', text: '2025-04-01T09:30:00' },
      { type: 'text', text: '09:05' },
      { type: 'text', text: 'はい', stored: 'TRUE' },
      { type: 'error', text: '#REF!', formula: true },
      { type: 'number', text: '2', number: 2, formula: true },
      { type: 'text', text: '', formula: true },
    ]);
  });

  it('joins paragraphs and spaces, keeps furigana apart and leaves comments out', async () => {
    const inside =
      '<office:annotation><text:p>メモ</text:p></office:annotation><text:p>山<text:s text:c="2"/>口<text:line-break/>県</text:p><text:p><text:ruby><text:ruby-base>下関</text:ruby-base><text:ruby-text>シモノセキ</text:ruby-text></text:ruby>\n  市</text:p>';
    const [sheet] = await sheetsOf(table(row(cell('office:value-type="string"', inside))));
    expect(sheet?.rows[0]?.cells).toEqual([{ type: 'text', text: '山  口\n県\n下関 市', phonetic: 'シモノセキ' }]);
  });

  it('counts repeats, spans, hidden rows, columns and sheets', async () => {
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16381" table:visibility="collapse"/>';
    const merged = cell(
      'office:value-type="string" table:number-columns-spanned="2" table:number-rows-spanned="2"',
      '<text:p>甲</text:p>',
    );
    const rows = [
      row(`${merged}<table:covered-table-cell/>${text('乙')}`),
      row(`<table:covered-table-cell table:number-columns-repeated="2"/>${text('丙')}`),
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="5"'),
      `<table:table-row-group>${row(text('丁'), 'table:number-rows-repeated="2" table:visibility="filter"')}</table:table-row-group>`,
    ];
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const tables = table(columns + rows.join('')) + table(row(text('控')), 'table:style-name="ta2"');
    const [sheet, second] = await sheetsOf(tables, styles);
    expect(sheet?.rows.map((each) => [each.index, each.hidden, each.cells.map((one) => one?.text ?? null)])).toEqual([
      [0, false, ['甲', null, '乙']],
      [1, false, [null, null, '丙']],
      [7, true, ['丁']],
      [8, true, ['丁']],
    ]);
    expect(sheet?.merges).toEqual([{ r1: 0, c1: 0, r2: 1, c2: 1 }]);
    expect(sheet?.hiddenColumns).toEqual([2]);
    expect([sheet?.hidden, second?.hidden]).toEqual([false, true]);
  });

  it('shows what its paragraph says, and the number where that is only another way to write it', async () => {
    const float = (value: string, shown?: string): string =>
      cell(`office:value-type="float" office:value="${value}"`, shown === undefined ? '' : `<text:p>${shown}</text:p>`);
    const cells = [
      float('1', '非公開'),
      float('1', ''),
      float('1'),
      float('0001', '下市0001'),
      float('12345', '12,345'),
      float('12.6', '13'),
      float('12345', '1.23E+04'),
      float('1.5', '1<text:s/>1/2'),
      float('1234', '###'),
      float('-5', '△5'),
      cell('office:value-type="currency" office:value="500"', '<text:p>¥500</text:p>'),
      cell('office:value-type="boolean" office:boolean-value="false"', '<text:p>FALSE</text:p>'),
      cell('office:value-type="boolean" office:boolean-value="true"', '<text:p>非公開</text:p>'),
      cell('office:value-type="string" office:string-value="田中"', '<text:p>田中様</text:p>'),
      cell('office:value-type="string" office:string-value="田中"', '<text:p/>'),
      cell('office:value-type="string" office:string-value="二行\nの文"', '<text:p>二行</text:p><text:p>の文</text:p>'),
    ];
    const [sheet] = await sheetsOf(table(row(cells.join(''))));
    const shown = (text: string, stored: string): object => ({ type: 'text', text, stored });
    const number = (text: string): object => ({ type: 'number', text, number: Number(text) });
    expect(sheet?.rows[0]?.cells).toEqual([
      shown('非公開', '1'),
      shown('', '1'),
      number('1'),
      shown('下市0001', '1'),
      number('12345'),
      number('12.6'),
      number('12345'),
      number('1.5'),
      number('1234'),
      number('-5'),
      number('500'),
      { type: 'boolean', text: 'FALSE' },
      shown('非公開', 'TRUE'),
      shown('田中様', '田中'),
      shown('', '田中'),
      { type: 'text', text: '二行\nの文' },
    ]);
  });

  it('takes no text of shapes, controls, comments and change histories for a cell or a sheet', async () => {
    const shape = (name: string): string =>
      `<${name}><text:p>図形</text:p><table:table table:name="中の表">${row(text('中'))}</table:table></${name}>`;
    const inside = `${shape('draw:frame')}${shape('draw:custom-shape')}<office:annotation><text:p>メモ</text:p></office:annotation><text:p>甲${shape('draw:rect')}<text:span>乙<text:span>丙</text:span></text:span><office:annotation><text:p>メモ</text:p></office:annotation><text:a>丁</text:a></text:p><text:p><text:span/>戊</text:p>`;
    const around = `<office:forms><form:form><form:checkbox form:name="x"><table:table-row/></form:checkbox></form:form></office:forms><table:shapes>${shape('draw:control')}<table:table-row>${text('図')}</table:table-row></table:shapes>`;
    const history = `<table:tracked-changes>${table(row(text('前')))}</table:tracked-changes>`;
    const links = `<table:dde-links><table:dde-link>${table(row(text('外')))}</table:dde-link></table:dde-links>`;
    const copy = table(row(text('写し')), 'table:style-name="ta_extref"');
    const sheets = await sheetsOf(
      `${history}${table(around + row(cell('office:value-type="string"', inside)))}${copy}${links}`,
    );
    expect(sheets.map((sheet) => sheet.rows.map((each) => each.cells))).toEqual([
      [[{ type: 'text', text: '甲乙丙丁\n戊' }]],
    ]);
  });

  it('tells a formula without a saved result from an empty cell', async () => {
    const formula = 'table:formula="of:=[.B1]"';
    const without = { type: 'text', text: '', formula: true };
    const cells = [
      cell(formula),
      cell(`${formula} office:value-type="float"`),
      cell(`${formula} office:value-type="string"`),
      cell(`${formula} office:value-type="date"`, '<text:p/>'),
      cell(`${formula} office:value-type="string" office:string-value=""`),
      cell(`${formula} office:value-type="string"`, '<text:p/>'),
      text('終'),
    ];
    const [sheet] = await sheetsOf(table(row(cells.join(''))));
    expect(sheet?.rows[0]?.cells).toEqual([
      without,
      without,
      without,
      without,
      null,
      null,
      { type: 'text', text: '終' },
    ]);
  });
});
