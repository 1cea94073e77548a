import { type CellPosition, clampPosition } from './ranges.ts';

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'first'
  | 'last';

export type Bounds = { readonly rows: number; readonly columns: number; readonly pageRows: number };

/** The cell that a key leads to; at an edge of the sheet it stays there. */
export function step(position: CellPosition, move: Move, bounds: Bounds): CellPosition {
  return clampPosition(target(position, move, bounds), bounds);
}

function target({ row, column }: CellPosition, move: Move, bounds: Bounds): CellPosition {
  const page = Math.max(1, bounds.pageRows);
  const last = { row: bounds.rows - 1, column: bounds.columns - 1 };
  const targets: Readonly<Record<Move, CellPosition>> = {
    up: { row: row - 1, column },
    down: { row: row + 1, column },
    left: { row, column: column - 1 },
    right: { row, column: column + 1 },
    'page-up': { row: row - page, column },
    'page-down': { row: row + page, column },
    'row-start': { row, column: 0 },
    'row-end': { row, column: last.column },
    first: { row: 0, column: 0 },
    last,
  };
  return targets[move];
}

/**
 * Where Ctrl+arrow leads along one row or column of `count` cells: inside a filled block to its end, else to the next filled
 * cell, and to the edge when there is none.
 */
export function dataEdge(
  isFilled: (index: number) => boolean,
  from: number,
  { count, forward }: { readonly count: number; readonly forward: boolean },
): number {
  const change = forward ? 1 : -1;
  const edge = forward ? Math.max(0, count - 1) : 0;
  const isInside = (index: number): boolean => index >= 0 && index < count;
  let index = from + change;
  if (!isInside(index)) return edge;
  if (isFilled(from) && isFilled(index)) {
    while (isInside(index + change) && isFilled(index + change)) index += change;
    return index;
  }
  while (index !== edge && !isFilled(index)) index += change;
  return index;
}
