import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { Sheet, SheetCell, Workbook } from '#core/excel/workbook.ts';
import { describe, expect, it } from 'vitest';
import * as sheetJs from 'xlsx';

const folder = join(import.meta.dirname, '../../../../fixtures');
const fixtures = readdirSync(folder).filter((name) => /\.(xlsx|xls|ods|csv)$/.test(name));

function bytesOf(name: string): Uint8Array {
  return readFileSync(join(folder, name));
}

async function parseFixture(name: string): Promise<Workbook> {
  return await parseWorkbook(bytesOf(name));
}

function firstSheet(workbook: Workbook): Sheet {
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

function* cellsOf(sheet: Sheet): Generator<readonly [string, SheetCell]> {
  for (const row of sheet.rows) {
    for (const [column, cell] of row.cells.entries()) {
      if (cell !== null) yield [sheetJs.utils.encode_cell({ r: row.index, c: column }), cell];
    }
  }
}

describe('the fixtures', () => {
  it.each(fixtures)('%s gives sheets with text and no replacement character', async (name) => {
    const { sheets } = await parseFixture(name);
    const texts = sheets.flatMap((sheet) => [...cellsOf(sheet)].map(([, cell]) => cell.text));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text.includes('\ufffd'))).toEqual([]);
  });

  it.each(fixtures.filter((name) => name.endsWith('.xlsx')))('%s reads as an independent reader does', async (name) => {
    const { sheets } = await parseFixture(name);
    const other = sheetJs.read(bytesOf(name), { cellNF: true, cellFormula: false });
    expect(sheets.map((sheet) => sheet.name)).toEqual(other.SheetNames);
    for (const sheet of sheets) {
      const theirs = other.Sheets[sheet.name] ?? {};
      const covered = new Set(sheet.merges.flatMap(coveredPlaces));
      const expected = Object.entries(theirs)
        .filter(
          ([place, cell]) => !place.startsWith('!') && !covered.has(place) && cell.v !== undefined && cell.v !== '',
        )
        .map(([place, cell]) => [place, cell.t === 's' ? repairTheirs(cell.v) : cell.t]);
      const plain = [...cellsOf(sheet)].filter(([, cell]) => cell.text !== '');
      expect(plain.map(([place, cell]) => [place, cell.type === 'text' ? cell.text : 'n'])).toEqual(expected);
    }
  });

  it('the register keeps its hidden rows, hidden column, merges and dates', async () => {
    const sheet = firstSheet(await parseFixture('登録団体一覧_R7.xlsx'));
    expect(sheet.rows.filter((row) => row.hidden).map((row) => row.index + 1)).toEqual([27, 121]);
    expect(sheet.hiddenColumns).toEqual([19]);
    expect(sheet.merges).toHaveLength(65);
    expect(sheet.columnCount).toBe(20);
    const dates = [...cellsOf(sheet)].filter(([, cell]) => cell.type === 'date');
    expect(dates).toHaveLength(240);
    for (const [, cell] of dates) expect(cell.text).toMatch(/^(19|20)\d\d-\d\d-\d\d$/);
  });

  it('the old binary register equals the new one, cell for cell', async () => {
    const [xls, xlsx] = await Promise.all([parseFixture('登録団体一覧_R7.xls'), parseFixture('登録団体一覧_R7.xlsx')]);
    expect(xls.format).toBe('xls');
    expect(xls.sheets).toEqual(xlsx.sheets);
  });

  it('the OpenDocument status list equals the Excel one, cell for cell', async () => {
    const [ods, xlsx] = await Promise.all([
      parseFixture('山口市_実行計画実施状況一覧.ods'),
      parseFixture('山口市_実行計画実施状況一覧.xlsx'),
    ]);
    expect(ods.format).toBe('ods');
    expect(ods.sheets).toEqual(xlsx.sheets);
  });

  it('a form keeps its hidden sheet and marks formulas without a saved result', async () => {
    const workbook = await parseFixture('様式_40特徴.xlsx');
    expect(workbook.sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
    const formulas = [...cellsOf(firstSheet(workbook))].filter(([, cell]) => cell.formula === true);
    expect(formulas.map(([, cell]) => cell.text)).toEqual(['', '', '']);
  });

  it('names with 𠮷, 髙 and 﨑 arrive whole', async () => {
    const register = [...cellsOf(firstSheet(await parseFixture('登録団体一覧_R7.xlsx')))].map(([, cell]) => cell.text);
    expect(register).toContain('\u{20bb7}岡　正博');
    const portal = [...cellsOf(firstSheet(await parseFixture('npo_portal_035_cp932.csv')))].map(
      ([, cell]) => cell.text,
    );
    expect(portal.join()).toMatch(/髙.*﨑/s);
  });

  it('the Shift_JIS register keeps leading zeros', async () => {
    const workbook = await parseFixture('登録団体一覧_cp932.csv');
    expect(workbook).toMatchObject({ format: 'csv', encoding: 'Shift_JIS' });
    const cells = [...cellsOf(firstSheet(workbook))].map(([, cell]) => cell);
    expect(cells.every((cell) => cell.type === 'text')).toBe(true);
    const text = cells.map((cell) => cell.text).join('\n');
    expect(text).toMatch(/^0\d{9}$|^0\d+-\d+-\d+$/m);
  });
});

/** The other reader cuts `&#134071;` (𠮷) down to 16 bits; this one must not. */
function repairTheirs(text: string): string {
  return text.replaceAll('\u0bb7', '\u{20bb7}');
}

function coveredPlaces(merge: Sheet['merges'][number]): string[] {
  const places: string[] = [];
  for (let r = merge.r1; r <= merge.r2; r += 1) {
    for (let c = merge.c1; c <= merge.c2; c += 1) places.push(sheetJs.utils.encode_cell({ r, c }));
  }
  return places.slice(1);
}
