import { type Bounds, type Move, step } from '../selection/movement.ts';
import {
  addRange,
  type CellPosition,
  clampPosition,
  clampSelection,
  type Direction,
  extendTo,
  isNothing,
  nextInSelection,
  type Selection,
  selectAll,
  selectCell,
  selectColumns,
  selectRows,
} from '../selection/ranges.ts';
import { saysNothingActive } from './active-row.ts';
import { besideWide, edgeOf } from './edges.ts';
import type { SheetCore } from './sheet-core.ts';

/** Moving the active cell and the selection, by keyboard or mouse. */
export type Navigation = {
  readonly select: (selection: Selection, reveal?: boolean) => void;
  readonly goTo: (position: CellPosition, options?: { readonly extend?: boolean; readonly add?: boolean }) => void;
  readonly move: (move: Move, extend: boolean) => void;
  /** Ctrl+arrow: to the edge of the filled cells. */
  readonly toEdge: (direction: Direction, extend: boolean) => Promise<void>;
  /** Enter, Tab: the next cell, within the selection when it has several. */
  readonly advance: (direction: Direction) => void;
  readonly selectAll: () => void;
  readonly selectRows: (from: number, to: number, add: boolean) => void;
  readonly selectColumns: (from: number, to: number, add: boolean) => void;
  readonly wholeRows: () => void;
  readonly wholeColumns: () => void;
  /** After rows or columns came or went. */
  readonly clamp: () => void;
};

export function createNavigation<Row>(core: SheetCore<Row>): Navigation {
  const selection = (): Selection => core.store.getState().selection;
  const put: Put = (next, shown) => {
    core.store.setState({ selection: next });
    if (shown !== null) core.grid.reveal(shown);
  };
  const goTo: Navigation['goTo'] = (position, { extend = false, add = false } = {}) => {
    const place = clampPosition(position, boundsOf(core));
    // Without an active cell there is nothing to go on from.
    if (isNothing(selection())) put(selectCell(place), place);
    else if (extend) put(extendTo(selection(), place), place);
    else put(add ? addRange(selection(), place) : selectCell(place), place);
  };
  /** Walks to an edge may take a while: a later key makes an earlier one void. */
  let walk = 0;
  return {
    ...wholeSelections(core, put),
    select: (next, reveal = true) => put(next, reveal ? next.active : null),
    goTo,
    move: (move, extend) => {
      walk += 1;
      if (core.following.isHeld()) return;
      if (isNothing(selection())) goTo(selection().active);
      else goTo(step(extend ? selection().head : selection().active, move, boundsOf(core)), { extend });
    },
    toEdge: async (direction, extend) => {
      walk += 1;
      const mine = walk;
      if (core.following.isHeld()) return;
      if (isNothing(selection())) return goTo(selection().active);
      const place = await edgeOf(core, extend ? selection().head : selection().active, direction);
      if (mine === walk) goTo(place, { extend });
    },
    advance: (direction) => advance(core, put, direction),
    clamp: () => {
      const { rows, columns } = boundsOf(core);
      const { active, ranges } = selection();
      const isInside = [...ranges.map(({ r2, c2 }) => ({ row: r2, column: c2 })), active].every(
        ({ row, column }) => row < rows && column < columns,
      );
      if (rows > 0 && columns > 0 && !isInside)
        core.following.quietly(() => put(clampSelection(selection(), rows, columns), null));
    },
  };
}

type Put = (next: Selection, shown: CellPosition | null) => void;

function advance<Row>(core: SheetCore<Row>, put: Put, direction: Direction): void {
  const now = core.store.getState().selection;
  const isOne = now.ranges.length === 1 && now.ranges.every(({ r1, c1, r2, c2 }) => r1 === r2 && c1 === c2);
  // Enter ends what was typed; here it went nowhere, and the next text must not go to a cell that nobody has chosen.
  if (core.following.isHeld() || saysNothingActive(core)) return;
  if (isOne) {
    const place = clampPosition(besideWide(core, now.active, direction), boundsOf(core));
    put(selectCell(place), place);
    return;
  }
  const next = nextInSelection(now, direction);
  put(next, next.active);
}

type Whole = 'selectAll' | 'selectRows' | 'selectColumns' | 'wholeRows' | 'wholeColumns';

/** Selecting whole rows and columns, by their headers or by key. */
function wholeSelections<Row>(core: SheetCore<Row>, put: Put): Pick<Navigation, Whole> {
  const selection = (): Selection => core.store.getState().selection;
  const withRange = (range: Selection, add: boolean): void =>
    put(add ? { ...range, ranges: [...selection().ranges, ...range.ranges] } : range, null);
  return {
    selectAll: () => {
      const { rows, columns } = boundsOf(core);
      put(selectAll(rows, columns), null);
    },
    selectRows: (from, to, add) => withRange(selectRows(from, to, boundsOf(core).columns), add),
    selectColumns: (from, to, add) => withRange(selectColumns(from, to, boundsOf(core).rows), add),
    wholeRows: () => {
      const { anchor, head } = selection();
      put(selectRows(anchor.row, head.row, boundsOf(core).columns), null);
    },
    wholeColumns: () => {
      const { anchor, head } = selection();
      put(selectColumns(anchor.column, head.column, boundsOf(core).rows), null);
    },
  };
}

function boundsOf<Row>(core: SheetCore<Row>): Bounds {
  return { rows: core.grid.total(), columns: core.grid.columns().length, pageRows: core.grid.pageRows() };
}
