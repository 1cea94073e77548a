import { cleanText } from '#shared/domain/text.ts';
import type { SheetGrid } from './sheet-grid.ts';

type Part = { readonly text: string; readonly anchor: string };

/**
 * Header texts of every column over the rows of a header block: ['代表者', '氏名']. A merged parent counts for all columns it
 * spans; without merges a parent counts for the blank cells right of it that have a child below. @returns by 0-based column.
 */
export function headerPaths(grid: SheetGrid, rows: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const width = Math.min(grid.sheet.columnCount, MAX_COLUMNS);
  const parts = rows.map((row) => rowParts(grid, row, width));
  rows.forEach((row, level) => {
    if (level < rows.length - 1 && !hasWideMerge(grid, row)) spreadParents(parts, level, width);
  });
  const titles = rows.map((row) => titleAnchor(grid, row, width));
  const paths = new Map<number, readonly string[]>();
  for (let column = 0; column < width; column += 1) {
    const seen = new Set<string>(titles.filter((anchor) => anchor !== null));
    const path: string[] = [];
    for (const level of parts) {
      const part = level[column];
      if (part === undefined || part === null || seen.has(part.anchor)) continue;
      seen.add(part.anchor);
      path.push(part.text);
    }
    if (path.length > 0) paths.set(column, path);
  }
  return paths;
}

/** Columns beyond this are never part of a table of text. */
export const MAX_COLUMNS = 400;

function rowParts(grid: SheetGrid, row: number, width: number): (Part | null)[] {
  return Array.from({ length: width }, (_, column) => {
    const merge = grid.merge(row, column);
    const text = cleanText(merge === undefined ? grid.text(row, column) : grid.text(merge.r1, merge.c1));
    if (text === '') return null;
    return { text, anchor: merge === undefined ? `${row},${column}` : `${merge.r1},${merge.c1}` };
  });
}

function hasWideMerge(grid: SheetGrid, row: number): boolean {
  return grid.sheet.merges.some((merge) => merge.r1 <= row && row <= merge.r2 && merge.c2 > merge.c1);
}

/** 代表者 | (blank) over 氏名 | フリガナ: the blank belongs to 代表者, as long as every column between has a child. */
function spreadParents(parts: readonly (Part | null)[][], level: number, width: number): void {
  const own = parts[level];
  if (own === undefined) return;
  const hasChild = (column: number): boolean =>
    parts.slice(level + 1).some((below) => (below[column] ?? null) !== null);
  let parent: Part | null = null;
  for (let column = 0; column < width; column += 1) {
    const part = own[column] ?? null;
    if (part !== null) parent = hasChild(column) ? part : null;
    else if (!hasChild(column)) parent = null;
    else if (parent !== null) own[column] = parent;
  }
}

/** A title merged over (nearly) the whole table, alone in its row, is no header; 活動分野 over a matrix is. */
function titleAnchor(grid: SheetGrid, row: number, width: number): string | null {
  const merge = grid.sheet.merges.find((each) => each.r1 === row && (each.c2 - each.c1 + 1) * 10 >= width * 8);
  if (merge === undefined || width < 4) return null;
  const cells = grid.row(row)?.cells ?? [];
  const isAlone = cells.every((cell, column) => column === merge.c1 || cell === null || cell.text.trim() === '');
  return isAlone ? `${merge.r1},${merge.c1}` : null;
}
