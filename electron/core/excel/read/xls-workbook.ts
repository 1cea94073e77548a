import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { booleanCell, errorCell, formattedText, formulaWithoutResult, numberCell, textCell } from './cell-values.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { createFormatCache, type NumberFormat } from './number-format.ts';
import { type Budget, SheetBuilder } from './sheet-builder.ts';

/** Where a sheet of this format ends. */
const LAST_ROW = 65_535;
const LAST_COLUMN = 255;

const errorNames = new Map<unknown, string>([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** Sheets of the binary format of Excel 97-2003. The library is loaded only now: it is large, and the format is rare. */
export async function readXlsSheets(bytes: Uint8Array, budget: Budget): Promise<Sheet[]> {
  const book = await readBook(bytes);
  const facts = { is1904: book.Workbook?.WBProps?.date1904 ?? false, formatOf: createFormatCache() };
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined || sheet['!type'] === 'chart') return [];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [convertSheet(sheet, new SheetBuilder(name, budget), { hidden, ...facts })];
  });
}

async function readBook(bytes: Uint8Array): Promise<WorkBook> {
  const library = await import('xlsx');
  library.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  try {
    return library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      codepage: 932,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = /password|encrypt/i.test(message) ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_BROKEN';
    throw new AppError(code, { where: 'Excel 97-2003 形式' }, { cause: error });
  }
}

type BookFacts = { readonly is1904: boolean; readonly formatOf: (code: string) => NumberFormat };
type SheetFacts = BookFacts & { readonly hidden: boolean };

function convertSheet(sheet: WorkSheet, builder: SheetBuilder, facts: SheetFacts): Sheet {
  const rowFacts = sheet['!rows'] ?? [];
  // Rows and columns can be sparse: forEach visits only what exists.
  (sheet['!data'] ?? []).forEach((source, index) => {
    const cells: (readonly [number, SheetCell])[] = [];
    source?.forEach((cell, column) => {
      const converted = cell === undefined || cell === null ? null : convertCell(cell, facts);
      if (converted !== null) cells.push([column, converted]);
    });
    builder.addRow(index, rowFacts[index]?.hidden ?? false, cells);
  });
  (sheet['!cols'] ?? []).forEach((column, index) => {
    if (column?.hidden === true) builder.addHiddenColumns(index, index);
  });
  for (const { s, e } of sheet['!merges'] ?? []) {
    const r2 = e.r === LAST_ROW ? MAX_ROWS - 1 : e.r;
    const c2 = e.c === LAST_COLUMN ? MAX_COLUMNS - 1 : e.c;
    builder.addMerge({ r1: s.r, c1: s.c, r2, c2 });
  }
  return builder.build(facts.hidden);
}

function convertCell(cell: CellObject, facts: BookFacts): SheetCell | null {
  const hasFormula = cell.f !== undefined;
  if (hasFormula && cell.v === undefined && cell.t !== 'e') return formulaWithoutResult;
  const converted = toCell(cell, facts);
  return converted !== null && hasFormula ? { ...converted, formula: true } : converted;
}

function toCell(cell: CellObject, { is1904, formatOf }: BookFacts): SheetCell | null {
  if (cell.t === 'e') return errorCell(errorNames.get(cell.v) ?? '#VALUE!');
  if (typeof cell.v === 'boolean') return booleanCell(cell.v);
  const format = formatOf(typeof cell.z === 'string' ? cell.z : 'General');
  if (typeof cell.v === 'string') return formattedText(textCell(cell.v), format);
  if (typeof cell.v !== 'number' || !Number.isFinite(cell.v)) return null;
  return numberCell(cell.v, format, is1904);
}
