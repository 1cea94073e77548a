import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read, type WorkSheet } from 'xlsx';
import type { OutBook, OutCell, OutSheet } from '#core/excel/write/book.ts';
import { writeXlsx } from '#core/excel/write/write-xlsx.ts';
import { assertWellFormed, cellsOf, packageTexts, partOf } from '#tests/helpers/package-parts.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';

const SHEET: OutSheet = {
  name: '一覧',
  columns: [{ width: 20 }, { width: 10 }],
  rows: [],
  merges: [],
  orientation: 'landscape',
  paperSize: 9,
  fitToWidth: true,
};

function bookOf(sheet: Partial<OutSheet>): OutBook {
  return { sheets: [{ ...SHEET, ...sheet }], title: '登録団体一覧' };
}

function column(values: readonly OutCell['value'][], style: OutCell['style'] = 'text'): OutBook {
  return bookOf({ rows: values.map((value) => ({ cells: [{ value, style }] })) });
}

function firstSheet(bytes: Uint8Array): WorkSheet {
  const book = read(bytes, { cellFormula: true, cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function readBack(bytes: Uint8Array, count: number): readonly unknown[] {
  const sheet = firstSheet(bytes);
  return Array.from({ length: count }, (_, index) => sheet[`A${index + 1}`]?.v);
}

const DANGEROUS = [
  '=1+1',
  '+81',
  '-5',
  '@x',
  '＝1+1',
  '\t=1',
  "'=1",
  '=cmd|"/C calc"!A0',
  '0839344666',
  '1E5',
  'TRUE',
  '2026/4/1',
];
const AWKWARD = [
  ' 前の空白',
  '後ろの空白 ',
  '一行目\n二行目',
  'a\u0001b\u001f',
  '_x0041_',
  '_x005F_',
  '<&>"\'',
  '𠮷野家',
  '\ud800',
  '復\r帰',
  'か\u3099',
  '\ufffe',
  'タブ\tあり',
  '二つ  の空白',
];

describe('writeXlsx', () => {
  test('keeps every text a text, whatever it looks like', () => {
    const bytes = writeXlsx(column(DANGEROUS));
    const sheet = firstSheet(bytes);
    expect(readBack(bytes, DANGEROUS.length)).toEqual(DANGEROUS);
    expect(DANGEROUS.map((_, index) => sheet[`A${index + 1}`]?.t)).toEqual(DANGEROUS.map(() => 's'));
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >/]/);
  });

  test('gives back texts that XML cannot hold as they are', () => {
    const bytes = writeXlsx(column(AWKWARD));
    expect(readBack(bytes, AWKWARD.length)).toEqual(AWKWARD);
    for (const xml of packageTexts(bytes).values()) assertWellFormed(xml);
  });

  test('gives back any text at all, and never has a formula', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '_x000'), fc.string())
        .map((pair) => pair.join('')),
    );
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 40 }), (texts) => {
        const bytes = writeXlsx(column(texts));
        const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
        assertWellFormed(xml);
        expect(xml).not.toContain('<f');
        expect(readBack(bytes, texts.length)).toEqual(texts.map((text) => (text === '' ? undefined : text)));
      }),
      { numRuns: 150 },
    );
  });

  test('writes numbers as numbers and leaves empty cells framed', () => {
    const bytes = writeXlsx(column([0, -0, 1.5, -3, null, '']));
    expect(readBack(bytes, 6)).toEqual([0, 0, 1.5, -3, undefined, undefined]);
    expect(cellsOf(partOf(bytes, 'xl/worksheets/sheet1.xml')).get('A5')).toMatch(/^<c r="A5" s="\d+"\/>$/);
    expect(() => writeXlsx(column([Number.NaN]))).toThrow(RangeError);
  });

  test('names the cell of a text that Excel cannot hold instead of cutting it', () => {
    expect(readBack(writeXlsx(column(['あ'.repeat(32_767)])), 1)).toEqual(['あ'.repeat(32_767)]);
    expect(() => writeXlsx(column(['短い', 'あ'.repeat(32_768)]))).toThrow(
      expect.objectContaining({
        code: 'CELL_TEXT_TOO_LONG',
        params: { sheet: '一覧', cell: 'A2', length: 32_768, limit: 32_767 },
      }),
    );
  });

  test('gives the same bytes for the same book and tells nothing about the author', () => {
    const book = column(DANGEROUS);
    const first = writeXlsx(book);
    expect(Buffer.compare(first, writeXlsx(book))).toBe(0);
    const properties = partOf(first, 'docProps/core.xml');
    expect(properties).toContain('<dc:title>登録団体一覧</dc:title>');
    expect(properties).not.toMatch(/creator|lastModifiedBy|created|modified/);
  });

  test('frames the cells under a merge and never hides a value there', () => {
    const rows = [
      {
        cells: [
          { value: '共有の検証', style: 'text' as const },
          { value: 'あ', style: 'text' as const },
        ],
      },
      { cells: [{ value: '隠れる値', style: 'text' as const }] },
    ];
    const xml = partOf(
      writeXlsx(bookOf({ rows, merges: [{ r1: 0, c1: 0, r2: 1, c2: 0 }] })),
      'xl/worksheets/sheet1.xml',
    );
    expect(xml).toContain('<mergeCell ref="A1:A2"/>');
    expect(xml).not.toContain('隠れる値');
    expect(cellsOf(xml).get('A2')).toMatch(/^<c r="A2" s="\d+"\/>$/);
    const overlapping = [
      { r1: 0, c1: 0, r2: 1, c2: 1 },
      { r1: 1, c1: 1, r2: 2, c2: 2 },
    ];
    expect(() => writeXlsx(bookOf({ rows, merges: overlapping }))).toThrow(RangeError);
  });

  test('carries print set-up, frozen panes, filter, drop-down lists, header and footer', () => {
    const bytes = writeXlsx(
      bookOf({
        name: "市の'一覧",
        rows: [{ cells: [{ value: '状況', style: 'header' }] }, { cells: [{ value: '◎', style: 'mark' }] }],
        freeze: { row: 1, column: 1 },
        printTitleRows: [0, 0],
        autoFilter: { r1: 0, c1: 0, r2: 1, c2: 1 },
        dataValidations: [{ range: { r1: 1, c1: 0, r2: 1, c2: 0 }, list: ['◎', '○', '△', '×'], message: '凡例から' }],
        header: { right: '取扱注意 A&B' },
        footer: { center: '{page} / {pages}' },
      }),
    );
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    const workbook = partOf(bytes, 'xl/workbook.xml');
    expect(workbook).toContain(`"_xlnm.Print_Titles" localSheetId="0">'市の''一覧'!$1:$1<`);
    expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(xml).toContain('<formula1>"◎,○,△,×"</formula1>');
    expect(xml).toContain('取扱注意 A&amp;&amp;B');
    expect(xml).toContain('&amp;P / &amp;N');
    const order = [
      '<sheetPr',
      '<sheetViews',
      '<cols',
      '<sheetData',
      '<autoFilter',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
    ];
    expect(order.map((name) => xml.indexOf(name))).toEqual(
      order.map((name) => xml.indexOf(name)).toSorted((a, b) => a - b),
    );
    for (const text of packageTexts(bytes).values()) assertWellFormed(text);
  });

  test('makes rows high enough for wrapped and merged text', () => {
    const long = '検証内容の文が列の幅を超えて折り返す。'.repeat(5);
    const bytes = writeXlsx(
      bookOf({
        rows: [
          { cells: [{ value: '短い', style: 'text' }] },
          { cells: [{ value: long, style: 'text' }] },
          { cells: [null, { value: long, style: 'text' }] },
          { cells: [] },
        ],
        merges: [{ r1: 2, c1: 1, r2: 3, c2: 1 }],
      }),
    );
    const rows = partOf(bytes, 'xl/worksheets/sheet1.xml').match(/<row [^>]*>/g) ?? [];
    const heights = rows.map((row) => Number(/ ht="([\d.]+)"/.exec(row)?.[1] ?? 18));
    expect(heights[0]).toBe(18);
    // 95 full-width characters in 9 to a line are 11 lines of 10 points at least.
    expect(heights[1]).toBeGreaterThan(11 * 10);
    expect((heights[2] ?? 0) + (heights[3] ?? 0)).toBeGreaterThan(22 * 10);
  });

  test('LibreOffice reads texts as texts, numbers as numbers and the title row of every page', (context) => {
    if (soffice === undefined) return context.skip(NO_SOFFICE);
    const sheet = { ...bookOf({}).sheets[0], ...SHEET, printTitleRows: [0, 0] as const };
    const rows = [...DANGEROUS, 'a\u0001b', '_x0041_', '一行目\n二行目', 5].map((value) => ({
      cells: [{ value, style: 'text' as const }],
    }));
    const xml = convertWithSoffice(writeXlsx({ sheets: [{ ...sheet, rows }] }), 'fods').toString('utf8');
    const table = /<table:table table:name="一覧".*?<\/table:table>/s.exec(xml)?.[0] ?? '';
    const types = [...table.matchAll(/office:value-type="(\w+)"/g)].map((match) => match[1]);
    expect(types).toEqual([...rows.slice(1).map(() => 'string'), 'float']);
    expect(table).not.toContain('table:formula');
    expect(table).toContain('<text:p>=1+1</text:p>');
    expect(table).toContain('_x0041_');
    expect(table).toContain('table:table-header-rows');
  });
});
