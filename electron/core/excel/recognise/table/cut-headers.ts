import type { SheetRow } from '#core/excel/workbook.ts';
import { filledCells, type SheetGrid } from './sheet-grid.ts';

/** A header cell merged over the upper or lower edge of the block says that the block is cut short. */
export function cutMerges(grid: SheetGrid, rows: readonly number[]): number {
  const first = rows[0] ?? 0;
  const last = rows.at(-1) ?? 0;
  const isCut = grid.sheet.merges.some(
    ({ r1, r2 }) => (r1 >= first && r1 <= last && r2 > last) || (r1 < first && r2 >= first && r2 <= last),
  );
  return isCut ? 3 : 0;
}

const CUT_CHILDREN = 1.5;

/** A header over several cells that stand only below such headers: 団体種別 over 任意団体 | NPO法人. */
export function cutChildren(grid: SheetGrid, rows: readonly number[]): number {
  const last = rows.at(-1) ?? 0;
  const below = grid.row(last + 1);
  if (below === undefined) return 0;
  const wide = grid.sheet.merges.filter(({ r1, r2, c1, c2 }) => r1 <= last && r2 === last && c2 > c1);
  if (wide.length === 0) return areChildrenOfBlanks(grid.row(last), below) ? CUT_CHILDREN : 0;
  const children = filledCells(below).map(({ column }) => wide.find(({ c1, c2 }) => c1 <= column && column <= c2));
  const areChildren = children.length >= 2 && children.every((parent) => parent !== undefined);
  return areChildren && children.length > new Set(children).size ? CUT_CHILDREN : 0;
}

const LONGEST_CHILD = 20;

/** The same in a file without merges: 活動分野 | (blank) | (blank) over 福祉 | 環境 | 文化, and nothing below any other header. */
function areChildrenOfBlanks(header: SheetRow | undefined, below: SheetRow): boolean {
  if (header === undefined) return false;
  const parents = filledCells(header).map(({ column }) => column);
  const counts = new Map<number, number>();
  for (const { column, cell } of filledCells(below)) {
    const parent = parents.findLast((each) => each <= column);
    if (parent === undefined || cell.type !== 'text' || cell.text.length > LONGEST_CHILD || /\d{3}/.test(cell.text))
      return false;
    counts.set(parent, (counts.get(parent) ?? 0) + 1);
  }
  return counts.size > 0 && [...counts.values()].every((count) => count >= 2);
}
