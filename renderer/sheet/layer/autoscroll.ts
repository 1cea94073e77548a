import { hitOf, viewportOf } from '../grid/ag-port.ts';
import type { SheetCore } from '../core/sheet-core.ts';
import { type CellPosition, clampPosition } from '../selection/ranges.ts';
import { startScrollPace, type Steps } from './scroll-pace.ts';

export type Autoscroll = { readonly moveTo: (x: number, y: number) => void; readonly stop: () => void };

const everyMilliseconds = 40;
/** Pixels beyond the edge for one more row each step. */
const pixelsForSpeed = 24;

const noSteps: Steps = { rows: 0, columns: 0 };

/** Tells which cell the mouse has reached; beyond an edge the grid scrolls on, the faster the further. */
export function startAutoscroll<Row>(
  core: SheetCore<Row>,
  host: HTMLElement,
  reach: (position: CellPosition) => void,
): Autoscroll {
  let mouse: { readonly x: number; readonly y: number } | null = null;
  let last: CellPosition | null = null;
  const pace = startScrollPace(performance.now());
  const visit = ({ rows, columns }: Steps): void => {
    const viewport = bodyBox(host);
    if (mouse === null || viewport === null) return;
    const down = beyond(mouse.y, viewport.top, viewport.bottom);
    const right = Math.sign(beyond(mouse.x, viewport.left, viewport.right));
    // Rows that are not drawn yet do not stop it.
    const at = positionAt(core, clamp(mouse, viewport)) ?? (down === 0 ? null : last);
    if (at === null) return;
    const reached = { row: at.row + down * rows, column: at.column + right * columns };
    const position = clampPosition(reached, { rows: core.grid.total(), columns: core.grid.columns().length });
    if (position.row === last?.row && position.column === last.column) return;
    last = position;
    reach(position);
  };
  const timer = setInterval(() => visit(pace.due(performance.now())), everyMilliseconds);
  return {
    moveTo: (x, y) => {
      mouse = { x, y };
      visit(noSteps);
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
