import type { Sheet, SheetCell } from '#core/excel/workbook.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { cleanText } from '#shared/domain/text.ts';
import { findTable, type FindOptions } from '../table/find-table.ts';
import { filledCells } from '../table/sheet-grid.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import { type FoldedTable, foldMatrix } from './fold-matrix.ts';
import { isStatusWord } from './status-words.ts';
import { statusListVocabulary } from './vocabulary.ts';

/** The table of a status list, with columns for the answers to one question folded into one. null when there is none. */
export function findListTable(sheet: Sheet, options: FindOptions): FoldedTable | null {
  const plain = withoutLegends(sheet);
  const find = (headerRows?: readonly number[]): FoundTable | null =>
    findTable(plain, statusListVocabulary, headerRows === undefined ? options : { ...options, headerRows });
  const found = find();
  if (found === null) return null;
  const rows = options.headerRows === undefined ? withAnswers(sheet, found) : null;
  return foldMatrix(sheet, (rows === null ? null : find(rows)) ?? found);
}

const plainSheets = new WeakMap<Sheet, Sheet>();
const MAX_CELL = 200;

/** The sheet as its headers are looked for: 評価 instead of 評価 A：達成 B：未達成. Kept, as a table is looked for more than once. */
function withoutLegends(sheet: Sheet): Sheet {
  const known = plainSheets.get(sheet);
  if (known !== undefined) return known;
  const rows = sheet.rows.map((row) => {
    const cells = row.cells.map((cell) => withoutLegend(cell));
    return cells.some((cell, index) => cell !== row.cells[index]) ? { ...row, cells } : row;
  });
  const plain = rows.some((row, index) => row !== sheet.rows[index]) ? { ...sheet, rows } : sheet;
  plainSheets.set(sheet, plain);
  return plain;
}

function withoutLegend(cell: SheetCell | null): SheetCell | null {
  if (cell === null || cell.text.length > MAX_CELL || !/\n/.test(cell.text.trim())) return cell;
  const heading = parseLegend(cell.text.replace(/\n/g, ' '))?.heading ?? '';
  return heading === '' ? cell : { ...cell, text: heading };
}

/** A row of nothing but 実施済 | 一部実施 | … below the header belongs to it, also where the merges above it are lost. */
function withAnswers(sheet: Sheet, { headerRows, bodyStart }: FoundTable): readonly number[] | null {
  const next = sheet.rows.find((row) => row.index >= bodyStart);
  if (next?.index !== bodyStart) return null;
  const cells = filledCells(next);
  const words = cells.filter(({ cell }) => isStatusWord(cleanText(cell.text)));
  return cells.length >= 3 && words.length >= cells.length * 0.8 ? [...headerRows, bodyStart] : null;
}
