import { isNullWord } from '#shared/domain/data-words.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { isDashCell, isDittoCell } from './short-words.ts';

const MAX_ROWS = 40;

/**
 * Some texts of each column below a header block, for the tests of a vocabulary and for the preview.
 * Dashes, 〃, NULL and rows that hold a single cell (notes, headings) say nothing and are left out.
 */
export function columnSamples(grid: SheetGrid, bodyStart: number): (column: number) => readonly string[] {
  const rows = grid.sheet.rows
    .filter((row) => row.index >= bodyStart)
    .slice(0, MAX_ROWS * 2)
    .filter((row) => row.cells.filter((cell) => cell !== null && cell.text.trim() !== '').length > 1)
    .slice(0, MAX_ROWS);
  const known = new Map<number, readonly string[]>();
  return (column) => {
    const cached = known.get(column);
    if (cached !== undefined) return cached;
    const texts = rows
      .map((row) => row.cells[column]?.text.trim() ?? '')
      .filter((text) => text !== '' && !isDashCell(text) && !isDittoCell(text) && !isNullWord(text));
    known.set(column, texts);
    return texts;
  };
}
