import { hitOf, viewportOf } from '../grid/ag-port.ts';
import type { SheetCore } from '../core/sheet-core.ts';
import { type CellPosition, clampPosition } from '../selection/ranges.ts';

export type Autoscroll = { readonly moveTo: (x: number, y: number) => void; readonly stop: () => void };

const everyMilliseconds = 40;
/** Columns are wide: one after the other goes by only this often. */
const ticksForColumn = 4;
/** Pixels beyond the edge for one more row each time. */
const pixelsForSpeed = 24;

/** Tells which cell the mouse has reached; beyond an edge the grid scrolls on, the faster the further. */
export function startAutoscroll<Row>(
  core: SheetCore<Row>,
  host: HTMLElement,
  reach: (position: CellPosition) => void,
): Autoscroll {
  let mouse: { readonly x: number; readonly y: number } | null = null;
  let last: CellPosition | null = null;
  let ticks = 0;
  const visit = (sideways: boolean): void => {
    const viewport = bodyBox(host);
    if (mouse === null || viewport === null) return;
    const at = positionAt(core, clamp(mouse, viewport));
    if (at === null) return;
    const reached = {
      row: at.row + beyond(mouse.y, viewport.top, viewport.bottom),
      column: at.column + (sideways ? Math.sign(beyond(mouse.x, viewport.left, viewport.right)) : 0),
    };
    const position = clampPosition(reached, { rows: core.grid.total(), columns: core.grid.columns().length });
    if (position.row === last?.row && position.column === last.column) return;
    last = position;
    reach(position);
  };
  const timer = setInterval(() => {
    ticks += 1;
    visit(ticks % ticksForColumn === 0);
  }, everyMilliseconds);
  return {
    moveTo: (x, y) => {
      mouse = { x, y };
      visit(false);
    },
    stop: () => clearInterval(timer),
  };
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The part of the window in which cells are seen. */
function bodyBox(host: HTMLElement): Box | null {
  const viewport = viewportOf(host)?.getBoundingClientRect();
  const header = host.querySelector('.ag-header')?.getBoundingClientRect();
  if (viewport === undefined) return null;
  return {
    left: viewport.left,
    right: viewport.right,
    top: header?.bottom ?? viewport.top,
    bottom: viewport.bottom,
  };
}

function clamp(
  { x, y }: { readonly x: number; readonly y: number },
  box: Box,
): { readonly x: number; readonly y: number } {
  return {
    x: Math.max(box.left + 2, Math.min(box.right - 20, x)),
    y: Math.max(box.top + 2, Math.min(box.bottom - 20, y)),
  };
}

/** Steps beyond an edge: 0 within, negative before it. */
function beyond(value: number, low: number, high: number): number {
  if (value < low) return -1 - Math.floor((low - value) / pixelsForSpeed);
  return value > high ? 1 + Math.floor((value - high) / pixelsForSpeed) : 0;
}

function positionAt<Row>(
  core: SheetCore<Row>,
  { x, y }: { readonly x: number; readonly y: number },
): CellPosition | null {
  const hit = hitOf(core.grid, document.elementFromPoint(x, y));
  if (hit?.kind === 'cell') return hit.position;
  return hit?.kind === 'row-number' ? { row: hit.row, column: 0 } : null;
}
