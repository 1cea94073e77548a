import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read } from 'xlsx';
import { fillTemplate, type TemplateEdit } from '#core/excel/template/fill-template.ts';
import type { OutBook } from '#core/excel/write/book.ts';
import { writeXlsx } from '#core/excel/write/write-xlsx.ts';
import { assertWellFormed, cellsOf, partOf } from '#tests/helpers/package-parts.ts';
import { changedZipEntries } from '#tests/helpers/raw-zip-entries.ts';
import { convertWithSoffice, NO_SOFFICE, soffice } from '#tests/helpers/soffice.ts';

const PART = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A workbook whose first sheet is exactly this XML; `others` replaces further parts. */
function formWith(sheetXml: string, others: Readonly<Record<string, string>> = {}, sheetCount = 1): Uint8Array {
  const sheet = {
    columns: [],
    rows: [],
    merges: [],
    orientation: 'portrait',
    paperSize: 9,
    fitToWidth: false,
  } as const;
  const names = ['表', '別表'].slice(0, sheetCount);
  const book: OutBook = { sheets: names.map((name) => ({ ...sheet, name })) };
  const parts = unzipSync(writeXlsx(book));
  const replaced = Object.entries({ ...others, [PART]: sheetXml }).map(
    ([name, text]) => [name, strToU8(text)] as const,
  );
  return zipSync({ ...parts, ...Object.fromEntries(replaced) });
}

function sheetOf(data: string, after = '', before = ''): string {
  return `<worksheet xmlns="${MAIN}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`;
}

function edit(ref: string, value: TemplateEdit['value']): TemplateEdit {
  return { sheet: '表', ref, value };
}

function filledSheet(sheetXml: string, edits: readonly TemplateEdit[]): string {
  const xml = partOf(fillTemplate(formWith(sheetXml), edits), PART);
  assertWellFormed(xml);
  return xml;
}

describe('a cell that is in the form', () => {
  test('keeps its style, whether it was self-closing, empty, shared text or number', () => {
    const data =
      '<row r="1"><c r="A1" s="5"/><c r="B1" s="6"></c><c r="C1" s="7" t="s"><v>0</v></c><c r="D1" s="8"><v>9</v></c></row>';
    const edits = [edit('A1', '=1+1'), edit('B1', 3), edit('C1', 4), edit('D1', '五')];
    expect(filledSheet(sheetOf(data), edits)).toBe(
      sheetOf(
        '<row r="1"><c r="A1" s="5" t="inlineStr"><is><t>=1+1</t></is></c><c r="B1" s="6"><v>3</v></c>' +
          '<c r="C1" s="7"><v>4</v></c><c r="D1" s="8" t="inlineStr"><is><t>五</t></is></c></row>',
      ),
    );
  });

  test('is emptied by null and left as it is when it is empty already', () => {
    const data = '<row r="1"><c r="A1" s="5" t="s"><v>0</v></c><c r="B1" s="6"></c></row>';
    expect(filledSheet(sheetOf(data), [edit('A1', null)])).toBe(
      sheetOf('<row r="1"><c r="A1" s="5"/><c r="B1" s="6"></c></row>'),
    );
    const form = formWith(sheetOf(data));
    expect(fillTemplate(form, [edit('B1', null)])).toBe(form);
  });

  test('is the first of its merge, because no other one shows', () => {
    const merges = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>';
    const xml = filledSheet(sheetOf('<row r="1"><c r="A1" s="5"/><c r="B1" s="5"/></row>', merges), [edit('B2', 1)]);
    expect(xml).toContain('<c r="A1" s="5"><v>1</v></c><c r="B1" s="5"/>');
  });

  test('is found when the elements have a prefix', () => {
    const xml = `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}"><!-- <x:c r="A1"/> --><x:sheetData><x:row r="1"><x:c r="A1" s="1"/></x:row></x:sheetData></x:worksheet>`;
    expect(filledSheet(xml, [edit('A1', 'あ'), edit('A2', 2)])).toContain(
      '<x:row r="1"><x:c r="A1" s="1" t="inlineStr"><x:is><x:t>あ</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row>',
    );
  });

  test('with a formula is not overwritten', () => {
    const form = formWith(sheetOf('<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>0</v></c></row>'));
    expect(() => fillTemplate(form, [edit('A1', 5)], '様式.xlsx')).toThrow(
      expect.objectContaining({
        code: 'TEMPLATE_CELL_IS_FORMULA',
        params: { file: '様式.xlsx', sheet: '表', cell: 'A1' },
      }),
    );
  });
});

describe('a cell that is not in the form', () => {
  test('is inserted at its place, in rows that are there, self-closing or missing', () => {
    const data = '<row r="2" spans="2:3"><c r="B2"/><c r="D2"/></row><row r="4" s="3" customFormat="1"/>';
    const before = '<cols><col min="1" max="1" style="7"/></cols>';
    const edits = [edit('C2', 1), edit('E2', 2), edit('A2', 3), edit('A1', 4), edit('B4', 5), edit('A9', 6)];
    const xml = filledSheet(sheetOf(data, '', before), edits);
    expect([...cellsOf(xml).keys()]).toEqual(['A1', 'A2', 'B2', 'C2', 'D2', 'E2', 'B4', 'A9']);
    expect(xml).toContain('<row r="2" spans="1:5"><c r="A2" s="7"><v>3</v></c><c r="B2"/>');
    expect(xml).toContain('<row r="4" s="3" customFormat="1"><c r="B4" s="3"><v>5</v></c></row>');
  });

  test('is inserted into a sheet without any row', () => {
    const xml = filledSheet(`<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`, [edit('B3', 'い'), edit('A1', 1)]);
    expect([...cellsOf(xml).keys()]).toEqual(['A1', 'B3']);
  });
});

describe('results that a form has stored beside its formulas', () => {
  const data = (sum: string, twice: string) =>
    `<row r="1"><c r="A1"/><c r="B1"><v>5</v></c><c r="C1"><f>SUM(A1:B1)</f><v>${sum}</v></c></row>` +
    `<row r="2"><c r="C2"><f>C1*2-(1+1)</f><v>${twice}</v></c><c r="D2"><f>SUM(B1,2)</f><v>7</v></c></row>`;

  test('are worked out anew, formula after formula, and the workbook is not touched', () => {
    const form = formWith(sheetOf(data('5', '8')));
    const filled = fillTemplate(form, [edit('A1', 10)]);
    expect(changedZipEntries(form, filled)).toEqual([PART]);
    expect(partOf(filled, PART)).toBe(sheetOf(data('15', '28').replace('<c r="A1"/>', '<c r="A1"><v>10</v></c>')));
  });

  test('are left alone when there were none', () => {
    const form = formWith(sheetOf(data('', '')));
    const filled = partOf(fillTemplate(form, [edit('A1', 10)]), PART);
    expect(filled).toBe(sheetOf(data('', '').replace('<c r="A1"/>', '<c r="A1"><v>10</v></c>')));
  });

  test('are removed when they cannot be worked out here, and opening then calculates them', () => {
    const rows =
      '<row r="1"><c r="A1"/><c r="B1"><f>COUNTIF(A1:A3,"&gt;0")</f><v>0</v></c><c r="C1"><f>B1+1</f><v>1</v></c>' +
      '<c r="D1"><f>COUNT(A7:A8)</f><v>4</v></c><c r="E1" t="str"><f>IF(C1=1,"無","有")</f><v>無</v></c></row>';
    const form = formWith(sheetOf(rows));
    const filled = fillTemplate(form, [edit('A1', 10)]);
    const cells = cellsOf(partOf(filled, PART));
    expect(cells.get('B1')).toBe('<c r="B1"><f>COUNTIF(A1:A3,"&gt;0")</f></c>');
    expect(cells.get('C1')).toBe('<c r="C1"><f>B1+1</f></c>');
    expect(cells.get('D1')).toContain('<v>4</v>');
    expect(cells.get('E1')).not.toContain('<v>');
    expect(changedZipEntries(form, filled).toSorted()).toEqual(['xl/workbook.xml', PART].toSorted());
    expect(partOf(filled, 'xl/workbook.xml')).toMatch(/<\/sheets><calcPr fullCalcOnLoad="1"\/><\/workbook>$/);
  });

  test('are calculated on opening when another sheet draws on the filled one', () => {
    const other = { 'xl/worksheets/sheet2.xml': sheetOf('<row r="1"><c r="A1"><f>表!A1*2</f><v>0</v></c></row>') };
    const filled = fillTemplate(formWith(sheetOf(''), other, 2), [edit('A1', 10)]);
    expect(partOf(filled, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    const unrelated = {
      'xl/worksheets/sheet2.xml': sheetOf('<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>0</v></c></row>'),
    };
    const form = formWith(sheetOf(''), unrelated, 2);
    expect(changedZipEntries(form, fillTemplate(form, [edit('A1', 10)]))).toEqual([PART]);
  });

  test('agree with LibreOffice', (context) => {
    if (soffice === undefined) return context.skip(NO_SOFFICE);
    const filled = fillTemplate(formWith(sheetOf(data('5', '8'))), [edit('A1', 10)]);
    const sheet = read(convertWithSoffice(filled, 'xlsx')).Sheets['表'];
    expect(['C1', 'C2', 'D2'].map((ref) => sheet?.[ref]?.v)).toEqual([15, 28, 7]);
  });

  test('of a circle of formulas do not hang the program', () => {
    const rows = '<row r="1"><c r="A1"/><c r="B1"><f>C1+A1</f><v>1</v></c><c r="C1"><f>B1</f><v>1</v></c></row>';
    const cells = cellsOf(filledSheet(sheetOf(rows), [edit('A1', 1)]));
    expect(cells.get('B1')).toBe('<c r="B1"><f>C1+A1</f></c>');
  });
});

describe('a form that cannot be filled', () => {
  const form = formWith(sheetOf('<row r="1"><c r="A1"/></row>'));

  test('says which sheet is missing', () => {
    expect(() => fillTemplate(form, [{ sheet: '様式第９号', ref: 'A1', value: 1 }], 'f.xlsx')).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_SHEET_MISSING', params: { file: 'f.xlsx', sheet: '様式第９号' } }),
    );
  });

  test('is refused when it is damaged, cut off, encrypted or no workbook at all', () => {
    const broken = [
      new Uint8Array(0),
      strToU8('これはブックではありません'),
      form.subarray(0, form.length >> 1),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 600 }, () => 0)]),
      zipSync({ 'a.txt': strToU8('a') }),
      formWith('<worksheet/>'),
      formWith(sheetOf('<row><c><v>1</v></c></row>')),
    ];
    for (const bytes of broken) {
      expect(() => fillTemplate(bytes, [edit('A1', 1)])).toThrow(
        expect.objectContaining({ code: 'TEMPLATE_UNREADABLE' }),
      );
    }
  });

  test('of any damage gives a filled form or a plain error, never a bug', () => {
    for (let at = 0; at < form.length; at += 3) {
      const mutant = form.slice();
      mutant[at] = (mutant[at] ?? 0) ^ 0xff;
      try {
        expect(fillTemplate(mutant, [edit('A1', 1)]).length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ code: expect.stringMatching(/^TEMPLATE_/) });
      }
    }
  });

  test('is not given text longer than a cell holds', () => {
    expect(() => fillTemplate(form, [edit('A1', 'あ'.repeat(32_768))])).toThrow(
      expect.objectContaining({ code: 'CELL_TEXT_TOO_LONG' }),
    );
  });

  test('has its bytes untouched by the fill', () => {
    const copy = form.slice();
    fillTemplate(form, [edit('A1', 'あ')]);
    expect(Buffer.compare(form, copy)).toBe(0);
    expect(strFromU8(copy.subarray(0, 2))).toBe('PK');
  });
});
