import type { Sheet } from '#core/excel/workbook.ts';
import { cleanText } from '#shared/domain/text.ts';
import { findTable, type FindOptions } from '../table/find-table.ts';
import { filledCells } from '../table/sheet-grid.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import { type FoldedTable, foldMatrix } from './fold-matrix.ts';
import { isStatusWord } from './status-words.ts';
import { statusListVocabulary } from './vocabulary.ts';

/** The table of a status list, with columns for the answers to one question folded into one. null when there is none. */
export function findListTable(sheet: Sheet, options: FindOptions): FoldedTable | null {
  const found = findTable(sheet, statusListVocabulary, options);
  if (found === null) return null;
  const rows = options.headerRows === undefined ? withAnswers(sheet, found) : null;
  const table =
    rows === null ? found : (findTable(sheet, statusListVocabulary, { ...options, headerRows: rows }) ?? found);
  return foldMatrix(sheet, table);
}

/** A row of nothing but 実施済 | 一部実施 | … below the header belongs to it, also where the merges above it are lost. */
function withAnswers(sheet: Sheet, { headerRows, bodyStart }: FoundTable): readonly number[] | null {
  const next = sheet.rows.find((row) => row.index >= bodyStart);
  if (next?.index !== bodyStart) return null;
  const cells = filledCells(next);
  const words = cells.filter(({ cell }) => isStatusWord(cleanText(cell.text)));
  return cells.length >= 3 && words.length >= cells.length * 0.8 ? [...headerRows, bodyStart] : null;
}
