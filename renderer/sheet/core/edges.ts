import { dataEdge } from '../selection/movement.ts';
import type { CellPosition, Direction } from '../selection/ranges.ts';
import { cellText, readRows, type SheetCore } from './sheet-core.ts';

/** Enter and Tab pass over headings: a list with headings is typed down like one without. */
export function besideWide<Row>(
  core: SheetCore<Row>,
  { row, column }: CellPosition,
  direction: Direction,
): CellPosition {
  const [down, right] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[direction] as [number, number]; // boundary: pairs by construction
  const { wide } = core.props();
  let next = row + down;
  while (down !== 0 && wide !== undefined) {
    const at = core.grid.peek(next)?.row ?? null;
    if (at === null || !wide.is(at)) break;
    next += down;
  }
  // No item beyond the headings: stay.
  if (next < 0 || next >= core.grid.total()) next = row;
  return { row: next, column: column + right };
}

/** Where Ctrl+arrow leads. */
export async function edgeOf<Row>(
  core: SheetCore<Row>,
  from: CellPosition,
  direction: Direction,
): Promise<CellPosition> {
  const columns = core.grid.columns();
  const forward = direction === 'down' || direction === 'right';
  if (direction === 'left' || direction === 'right') {
    const row = core.grid.peek(from.row)?.row ?? null;
    const isFilled = (index: number): boolean => {
      const column = columns[index];
      return row !== null && column !== undefined && cellText(core, column, row) !== '';
    };
    return { row: from.row, column: dataEdge(isFilled, from.column, { count: columns.length, forward }) };
  }
  return { row: await rowEdge(core, from, forward), column: from.column };
}

/** Reads on in pieces until the edge is certain: dataEdge asks for rows in one direction only. */
async function rowEdge<Row>(core: SheetCore<Row>, from: CellPosition, forward: boolean): Promise<number> {
  const column = core.grid.columns()[from.column];
  const total = core.grid.total();
  if (column === undefined) return from.row;
  const filled = new Map<number, boolean>();
  let reach = from.row;
  const more = async (): Promise<void> => {
    const [start, end] = forward ? [reach, Math.min(total - 1, reach + 1000)] : [Math.max(0, reach - 1000), reach];
    for await (const piece of readRows(core, { from: start, to: end }, [column]))
      for (const [offset, row] of piece.rows.entries())
        filled.set(piece.start + offset, row !== null && cellText(core, column, row) !== '');
    reach = forward ? end : start;
  };
  const last = forward ? total - 1 : 0;
  while (reach !== last) {
    await more();
    const limit = forward ? reach + 1 : total;
    const edge = dataEdge((index) => filled.get(index) ?? false, from.row, { count: limit, forward });
    if (forward ? edge < reach : edge > reach) return edge;
  }
  return dataEdge((index) => filled.get(index) ?? false, from.row, { count: total, forward });
}
