import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { MappedColumn } from './columns.ts';

const grouping: ReadonlySet<string> = new Set(['city', 'orgType', 'fields']);
const LEAST_ROWS = 4;

/**
 * Columns left of the name whose value is written once for all its groups, the cells below left blank: each value stands there
 * once, in the first row too, and most rows have none. Merged cells need no such guess.
 */
export function continuedColumns(
  grid: SheetGrid,
  table: FoundTable,
  columns: readonly MappedColumn[],
): ReadonlySet<number> {
  const name = columns.find((column) => column.field === 'name');
  if (name === undefined) return new Set();
  const candidates = columns.filter(
    ({ field, index, matrixLabel }) => grouping.has(field) && index < name.index && matrixLabel === null,
  );
  if (candidates.length === 0) return new Set();
  const rows = grid.sheet.rows.filter((row) => row.index >= table.bodyStart && filledCells(row).length >= 2);
  const isContinued = ({ index, header }: MappedColumn): boolean => {
    const texts = rows.map((row) => row.cells[index]?.text.trim() ?? '');
    // Neither a header printed again nor 下関市 計 is a value.
    return isWrittenOnce(
      texts.filter((text) => !header.endsWith(text) || text === '').filter((text) => !text.endsWith('計')),
    );
  };
  return new Set(candidates.filter(isContinued).map(({ index }) => index));
}

function isWrittenOnce(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const isSparse = filled.length >= 1 && filled.length <= texts.length * 0.6;
  return texts.length >= LEAST_ROWS && isSparse && texts[0] !== '' && new Set(filled).size === filled.length;
}
