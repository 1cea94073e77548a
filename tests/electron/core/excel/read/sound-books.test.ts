import { readFileSync } from 'node:fs';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { MergeRange, Sheet, SheetCell, Workbook } from '#core/excel/workbook.ts';
import { makeXlsx, makeZip, stylesOf, xlsxParts } from '#tests/helpers/make-workbook.ts';
import { fixture, importRegister, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';
import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';

async function sheetOf(bytes: Uint8Array): Promise<Sheet> {
  const [sheet] = (await parseWorkbook(bytes)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const textsOf = (sheet: Sheet): (string | null)[][] =>
  sheet.rows.map((row) => row.cells.map((cell) => cell?.text ?? null));

const data =
  '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row></sheetData>';
const cells = [
  ['1', '2'],
  ['3', '4'],
];
const anchor =
  '<anchor><from><xdr:col xmlns:xdr="urn:drawing">0</xdr:col><xdr:row xmlns:xdr="urn:drawing">0</xdr:row></from><to><col>-7</col><row>0</row></to></anchor>';
const control = `<mc:AlternateContent xmlns:mc="urn:compatibility"><mc:Choice Requires="x14"><controls><control shapeId="1025" r:id="rId3"><controlPr>${anchor}</controlPr></control></controls></mc:Choice><mc:Fallback><oleObjects><oleObject progId="x"><objectPr>${anchor}</objectPr></oleObject></oleObjects></mc:Fallback></mc:AlternateContent>`;

describe('a register in a sound book', () => {
  it.each([
    'xlsx-check-box.xlsx',
    'xlsx-button-on-other-sheet.xlsx',
    'xlsm-old-module-sheet.xlsm',
    'xlsx-whole-column-merge.xlsx',
    'xlsx-inline-string-with-formula.xlsx',
    'xls-stream-in-capitals.xls',
  ])('%s gives its five groups', async (name) => {
    const ledger = tempLedger();
    importRegister(ledger, await sheetOf(readFileSync(fixture(`cases/${name}`))));
    const groups = storedGroups(ledger);
    expect(groups).toHaveLength(5);
    if (name.includes('inline')) expect(groups[0]?.repName).toBe('田中 一郎');
  });
});

it('a line break that is marked and written is one', async () => {
  const text = '一行目_x000D_\r\n二行目_x000D_\n三行目\r\n四行目&#13;五行目\n\n六行目';
  const read = await sheetOf(
    makeXlsx(`<sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`),
  );
  expect(textsOf(read)).toEqual([['一行目\n二行目\n三行目\n四行目\n五行目\n\n六行目']]);
});

describe('elements of other places and vocabularies', () => {
  it.each([
    ['a control in an alternate content', `${data}${control}`],
    [
      'controls and objects without one',
      `${data}<controls><control>${anchor}</control></controls><oleObjects><oleObject>${anchor}</oleObject></oleObjects>`,
    ],
    [
      'an extension',
      `${data}<extLst><ext><x14:mergeCells xmlns:x14="urn:x"><x14:mergeCell ref="A1:B2"/></x14:mergeCells><row r="9"><c r="A9"><v>9</v></c></row></ext></extLst>`,
    ],
    [
      'a custom view',
      `<customSheetViews><customSheetView><cols><col min="0" max="0"/></cols></customSheetView></customSheetViews>${data}`,
    ],
    [
      'a row and a merge in its own corner',
      `${data}<legacyDrawing/><other><row r="x"/><mergeCell ref="A1:B2"/><c r="A1"><v>8</v></c></other>`,
    ],
  ])('%s changes no cell, column or merge', async (_, inside) => {
    const sheet = await sheetOf(makeXlsx(inside));
    expect(textsOf(sheet)).toEqual(cells);
    expect([sheet.merges, sheet.hiddenColumns]).toEqual([[], []]);
  });

  it('rows and cells of a vocabulary that the sheet names as another one are passed over', async () => {
    const foreign =
      '<a:row r="1"><a:c r="A1"><a:v>9</a:v></a:c></a:row><row r="1"><a:c r="B1"><v>9</v></a:c><c r="A1"><a:v>9</a:v><v>1</v></c></row>';
    const xml = `<worksheet xmlns="urn:own" xmlns:a="urn:other"><a:sheetData><row r="5"><c r="A5"><v>9</v></c></row></a:sheetData><sheetData>${foreign}</sheetData></worksheet>`;
    const bytes = makeZip({ ...xlsxParts(''), 'xl/worksheets/sheet1.xml': xml });
    expect(textsOf(await sheetOf(bytes))).toEqual([['1']]);
  });

  it('an extension of the workbook does not change its calendar, nor one of the styles its formats', async () => {
    const workbookProperties =
      '<workbookPr date1904="1"/><extLst><ext><x15:workbookPr xmlns:x15="urn:x15" chartTrackingRefBase="1"/><sheet name="x" r:id="rId1"/></ext></extLst>';
    const dxfs = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>';
    const styles = stylesOf('yyyy/m/d').replace('<numFmts>', `${dxfs}<numFmts>`);
    const sheets = (
      await parseWorkbook(
        makeXlsx('<sheetData><row><c s="1"><v>0</v></c><c s="1"><v>1</v></c></row></sheetData>', {
          workbookProperties,
          styles,
        }),
      )
    ).sheets;
    expect(sheets.map(textsOf)).toEqual([[['1904-01-01', '1904-01-02']]]);
  });
});

describe('sheets that hold no table', () => {
  const list = (sheets: string): Uint8Array =>
    makeZip({
      ...xlsxParts(data),
      'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${sheets}<sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships>${['worksheet', 'worksheet', 'dialogsheet', 'xlMacrosheet', 'chartsheet'].map((type, index) => `<Relationship Id="rId${index + 1}" Type="urn:office/${type}" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    });
  const named = async (sheets: string): Promise<Pick<Workbook, 'missingSheets'> & { names: string[] }> => {
    const workbook = await parseWorkbook(list(sheets));
    const { missingSheets } = workbook;
    return {
      names: workbook.sheets.map((sheet) => sheet.name),
      ...(missingSheets === undefined ? {} : { missingSheets }),
    };
  };

  it('old modules, dialogs, macro sheets and charts are passed over', async () => {
    const others =
      '<sheet name="Module1" sheetId="2" state="veryHidden" r:id=""/><sheet name="モジュール"/><sheet name="Dialog" r:id="rId3"/><sheet name="Macro1" r:id="rId4"/><sheet name="Graph" r:id="rId5"/>';
    expect(await named(others)).toEqual({ names: ['表'] });
  });

  it('a sheet that the file lists but does not hold is named, and the others are read', async () => {
    expect(await named('<sheet name="控" r:id="rId2"/><sheet name="古い表" r:id="rId77"/>')).toEqual({
      names: ['表'],
      missingSheets: ['控', '古い表'],
    });
  });
});

describe('merges', () => {
  const mergesOf = async (...refs: string[]): Promise<Pick<Sheet, 'merges'> & { texts: (string | null)[][] }> => {
    const list = refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const sheet = await sheetOf(makeXlsx(`${data}<mergeCells>${list}</mergeCells>`));
    return { merges: sheet.merges, texts: textsOf(sheet) };
  };
  const range = (...[r1, c1, r2, c2]: readonly [number, number, number, number]): MergeRange => ({ r1, c1, r2, c2 });

  it.each([
    ['L:M', []],
    ['$L:$M', []],
    ['L1:M1048576', []],
    ['A5:XFD20', []],
    ['5:40', []],
    ['#REF!', []],
    ['', []],
    ['A1', [range(0, 0, 0, 0)]],
  ])('%s beside or below the table, or of one cell, changes no cell', async (ref, merges) => {
    expect(await mergesOf(ref)).toEqual({ merges, texts: cells });
  });

  it.each([
    ['1:1', [range(0, 0, 0, 1)], [['1'], ['3', '4']]],
    ['A1:XFD1', [range(0, 0, 0, 1)], [['1'], ['3', '4']]],
    ['$A$1:$B$1', [range(0, 0, 0, 1)], [['1'], ['3', '4']]],
    ['B2:A2', [range(1, 0, 1, 1)], [['1', '2'], ['3']]],
    ['B2:B1', [range(0, 1, 1, 1)], [['1', '2'], ['3']]],
  ])('%s in the table hides what it covers', async (ref, merges, texts) => {
    expect(await mergesOf(ref)).toEqual({ merges, texts });
  });

  // No hand makes them over a table: a program did, and the values of the rows still stand in the file.
  it.each(['A:A', 'B:B', 'A:B', '$B:$XFD', '3:1048576'])('%s hides nothing', async (ref) => {
    expect(await mergesOf(ref)).toEqual({ merges: [], texts: cells });
  });

  it('of whole columns in the old binary format are layout only', async () => {
    const sheet = utils.aoa_to_sheet([
      ['1', '2'],
      ['3', '4'],
    ]);
    sheet['!merges'] = [
      { s: { r: 0, c: 20 }, e: { r: 65_535, c: 49 } },
      { s: { r: 0, c: 1 }, e: { r: 65_535, c: 1 } },
    ];
    const bytes: Uint8Array = write(utils.book_new(sheet), { type: 'buffer', bookType: 'biff8' });
    const read = await sheetOf(bytes);
    expect([read.merges, textsOf(read)]).toEqual([[], cells]);
  });

  it('of two that overlap the first counts, and the second hides nothing', async () => {
    expect(await mergesOf('A1:A2', 'A2:B2')).toEqual({
      merges: [range(0, 0, 1, 0)],
      texts: [
        ['1', '2'],
        [null, '4'],
      ],
    });
    expect(await mergesOf('A1:B1', 'B1:B2', 'A2:B2')).toEqual({
      merges: [range(0, 0, 0, 1), range(1, 0, 1, 1)],
      texts: [['1'], ['3']],
    });
  });
});

describe('a formula without a saved result', () => {
  const without = { type: 'text', text: '', formula: true };
  const rowOf = async (inside: string, workbookProperties = ''): Promise<readonly (SheetCell | null)[]> => {
    const last = '<c r="Z1"><v>1</v></c>';
    const sheet = await sheetOf(
      makeXlsx(`<sheetData><row r="1">${inside}${last}</row></sheetData>`, { workbookProperties }),
    );
    return (sheet.rows[0]?.cells.slice(0, -1) ?? []).filter((cell) => cell !== null);
  };

  it.each([
    '<c r="A1"><f>B1</f></c>',
    '<c r="A1"><f>B1</f><v/></c>',
    '<c r="A1"><f>B1</f><v></v></c>',
    '<c r="A1" t="str"><f>B1</f></c>',
    '<c r="A1" t="n"><f t="shared" si="0"/></c>',
    '<c r="A1" t="s"><f t="array" ref="A1:A2">B1</f><v></v></c>',
    '<c r="A1" t="inlineStr"><f>B1</f></c>',
  ])('%s is told from an empty cell', async (inside) => {
    expect(await rowOf(inside)).toEqual([without]);
  });

  it.each([
    ['<c r="A1" t="inlineStr"><f>B1</f><is><t>田中</t></is></c>', [{ type: 'text', text: '田中', formula: true }]],
    ['<c r="A1" t="inlineStr"><f>B1</f><v>田中</v></c>', [{ type: 'text', text: '田中', formula: true }]],
    ['<c r="A1" t="str"><f>B1</f><v></v></c>', []],
    ['<c r="A1" t="inlineStr"><f>B1</f><is><t></t></is></c>', []],
    ['<c r="A1"><f>B1</f><v>0</v></c>', [{ type: 'number', text: '0', number: 0, formula: true }]],
    ['<c r="A1"/><c r="B1" t="inlineStr"><is/></c><c r="C1"><v> </v></c>', []],
  ])('%s has one, or holds no formula', async (inside, expected) => {
    expect(await rowOf(inside)).toEqual(expected);
  });

  it('a program that leaves the calculation to Excel writes 0 for every formula', async () => {
    const later = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
    expect(
      await rowOf('<c r="A1"><f>B1</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>3</f><v>3</v></c>', later),
    ).toEqual([
      without,
      { type: 'number', text: '0', number: 0 },
      { type: 'number', text: '3', number: 3, formula: true },
    ]);
  });
});
