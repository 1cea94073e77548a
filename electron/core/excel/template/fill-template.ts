import { type CellPosition, cellReference, parseCellReference } from '#core/excel/write/cell-address.ts';
import { assertCellTextFits } from '#core/excel/write/cell-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { mayDependOnOtherSheets, refreshCachedResults } from './cached-results.ts';
import { type CellEdit, editPatches } from './cell-edit.ts';
import { mapSheet, type SheetMap } from './sheet-map.ts';
import { openWorkbookParts, partText, type WorkbookParts, withCalculationOnLoad } from './workbook-parts.ts';
import { applyPatches } from './xml-tags.ts';
import { replaceParts, ZipError } from './zip-archive.ts';

/** A value for a cell, by the sheet's name and Excel's address ('B10'). null empties the cell. */
export type TemplateEdit = { readonly sheet: string; readonly ref: string; readonly value: string | number | null };

function unreadable<T>(fileName: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const damaged = error instanceof ZipError || error instanceof RangeError || error instanceof URIError;
    // node:zlib and Buffer report damage by error codes, not by classes.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (damaged || code.startsWith('Z_') || code.startsWith('ERR_')) {
      throw new AppError('TEMPLATE_UNREADABLE', { file: fileName }, { cause: error });
    }
    throw error;
  }
}

/** A merged range shows only its first cell. */
function anchorOf(map: SheetMap, { row, column }: CellPosition): CellPosition {
  const merge = map.merges.find(({ r1, c1, r2, c2 }) => row >= r1 && row <= r2 && column >= c1 && column <= c2);
  return merge === undefined ? { row, column } : { row: merge.r1, column: merge.c1 };
}

function placedEdits(map: SheetMap, edits: readonly TemplateEdit[], fileName: string): readonly CellEdit[] {
  const taken = new Set<string>();
  return edits.map(({ sheet, ref, value }) => {
    const place = parseCellReference(ref);
    if (place === undefined) throw new TypeError(`no cell address: ${ref}`);
    const { row, column } = anchorOf(map, place);
    const cell = cellReference({ row, column });
    if (taken.has(cell)) throw new TypeError(`two values for ${cell}`);
    taken.add(cell);
    if (typeof value === 'string') assertCellTextFits(value, { sheet, cell });
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a number for ${cell}`);
    const node = map.rows.find((candidate) => candidate.row === row)?.cells.find((known) => known.column === column);
    if (node?.formula !== undefined) throw new AppError('TEMPLATE_CELL_IS_FORMULA', { file: fileName, sheet, cell });
    return { row, column, value };
  });
}

function sheetPath(parts: WorkbookParts, sheet: string, fileName: string): string {
  const path = parts.sheets.get(sheet);
  if (path === undefined) throw new AppError('TEMPLATE_SHEET_MISSING', { file: fileName, sheet });
  return path;
}

function othersMayDepend(parts: WorkbookParts, edited: ReadonlyMap<string, unknown>): boolean {
  const others = [...parts.sheets.values()].filter((path) => !edited.has(path));
  return others.some((path) => mayDependOnOtherSheets(partText(parts.archive, path)));
}

/**
 * Puts values into an .xlsx form and leaves everything else as its author made it: all other zip entries byte for byte,
 * in the edited sheets all other cells, and of the filled cells the style. Text becomes inline strings (never a formula,
 * no change of sharedStrings.xml). Results of formulas that were stored in the form and are now old are replaced, or
 * removed where they cannot be worked out; only then, and only if the form does not ask for it already, workbook.xml
 * asks for calculation on opening.
 * Errors: TEMPLATE_UNREADABLE, TEMPLATE_SHEET_MISSING, TEMPLATE_CELL_IS_FORMULA, CELL_TEXT_TOO_LONG.
 */
export function fillTemplate(bytes: Uint8Array, edits: readonly TemplateEdit[], fileName = '様式.xlsx'): Uint8Array {
  const parts = unreadable(fileName, () => openWorkbookParts(bytes));
  const contents = new Map<string, Uint8Array>();
  let needsCalculation = false;
  for (const [sheet, sheetEdits] of Map.groupBy(edits, (edit) => edit.sheet)) {
    const path = sheetPath(parts, sheet, fileName);
    const map = unreadable(fileName, () => mapSheet(partText(parts.archive, path)));
    const placed = placedEdits(map, sheetEdits, fileName);
    const filled = editPatches(map, placed);
    if (filled.length === 0) continue;
    const refreshed = refreshCachedResults(map, placed);
    needsCalculation ||= refreshed.needsCalculation;
    contents.set(path, Buffer.from(applyPatches(map.xml, [...filled, ...refreshed.patches])));
  }
  if (contents.size === 0) return bytes;
  if (!parts.calculatesOnLoad && (needsCalculation || unreadable(fileName, () => othersMayDepend(parts, contents)))) {
    contents.set(parts.workbookPath, Buffer.from(withCalculationOnLoad(parts.workbookXml)));
  }
  return unreadable(fileName, () => replaceParts(parts.archive, contents));
}
