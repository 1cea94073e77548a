import { sheetText } from '#shared/messages/ui/sheet.ts';
import { isNothing, nothingAt, selectCell, type Selection } from '../selection/ranges.ts';
import { movedSelection, type RangeEnds } from '../selection/moved-selection.ts';
import type { GridPort } from './grid-port.ts';
import type { SheetStore } from './state.ts';

/** Why other rows are shown: 'list' = the user filters, searches or sorts; 'rows' = rows came, went or changed places in the same list. */
export type MoveCause = 'list' | 'rows';
type Places = (rowId: string) => number | null;
/** Rows that the grid was given, from place `start` on. */
export type CameRows = { readonly start: number; readonly ids: readonly string[] };
/**
 * What came of putting the selection in its place. 'early': the grid still draws other rows there; 'unknown': another cell was chosen
 * meanwhile, which has to be asked for.
 */
export type Placed = 'done' | 'early' | 'unknown';
export type Placer = (came: CameRows) => Placed;

/** Both end it; false, and nothing happens, when the user has chosen another cell meanwhile. */
export type Way = { readonly arrive: () => boolean; readonly giveUp: () => boolean };

/** Keeps the selection on its record and column, wherever those stand in the list now; without them no cell is active. */
export type Following = {
  /** The record of the active cell; null = not known: its block is on the way, or it has just been removed. */
  readonly rowId: () => string | null;
  /** The active cell belongs to this record, whatever is drawn in its place at the moment. */
  readonly is: (rowId: string) => void;
  /** The user goes to a record whose place has to be asked for: from now on what is typed is meant for it, in this column. */
  readonly goes: (rowId: string, column: number) => Way;
  /** On the way to a record: its cell can be typed into already, and there is none to go on to yet. */
  readonly isGoing: () => boolean;
  /** The record has its place in rows that are not drawn yet: there is nothing to go on to, and it stays the active one. */
  readonly isHeld: () => boolean;
  /** The record goes because the user removes it: the next one takes its place. Gives back what takes that back. */
  readonly letGo: () => () => void;
  /** Another list is on its way. */
  readonly begins: () => void;
  /** Other rows are in the list from now on. */
  readonly place: (places: Places, cause: MoveCause) => void;
  /** The same for a list that has to be asked; the answer does it as soon as the rows are shown. */
  readonly locate: (indexOf: (rowId: string) => Promise<number | null>, cause: MoveCause) => Promise<Placer>;
  /** Rows that were on their way are shown. */
  readonly rowsCame: () => void;
  /** Another record is drawn where the active cell is: it was chosen among rows that were out of date already. */
  readonly isAstray: () => boolean;
  readonly columnsChanged: () => void;
  readonly scrolled: () => void;
  /** Changes the selection without making it the user's own choice. */
  readonly quietly: (change: () => void) => void;
};

type Kept = {
  rowId: string | null;
  columnId: string | null;
  ends: readonly RangeEnds[];
  total: number;
  /** The user has chosen a cell; before that the first one is active, whichever list is shown. */
  chosen: boolean;
  inSight: boolean;
  moving: boolean;
  /** Chosen by its place in the list that is on its way, before any of its rows were there. */
  inNext: boolean;
  /** The record that the user goes to. */
  goal: string | null;
  quiet: boolean;
};

const nothingKept: Kept = {
  rowId: null,
  columnId: null,
  ends: [],
  total: 0,
  chosen: false,
  inSight: true,
  moving: false,
  inNext: false,
  goal: null,
  quiet: false,
};

/** Selections of more ranges than this are not followed as a whole. */
const mostRanges = 4;

type Parts<Row> = { readonly kept: Kept; readonly store: SheetStore; readonly grid: GridPort<Row> };

export function createFollowing<Row>(store: SheetStore, grid: GridPort<Row>): Following {
  const kept: Kept = { ...nothingKept };
  const parts = { kept, store, grid };
  store.subscribe(({ selection }, before) => {
    if (selection === before.selection || kept.quiet) return;
    note(parts);
    Object.assign(kept, { chosen: true, inSight: true, inNext: kept.moving && kept.rowId === null });
  });
  return {
    rowId: () => kept.rowId,
    is: (rowId) => {
      kept.rowId = rowId;
    },
    goes: (rowId, column) => goes(parts, rowId, column),
    isGoing: () => isGoing(kept),
    isHeld: () => isGoing(kept) || isWaiting(parts),
    letGo: () => {
      const { rowId } = kept;
      kept.rowId = null;
      return () => {
        kept.rowId ??= rowId;
      };
    },
    begins: () => {
      Object.assign(kept, { moving: true, inNext: false });
    },
    place: (places, cause) => place(parts, places, cause),
    locate: (indexOf, cause) => locate(parts, indexOf, cause),
    rowsCame: () => rowsCame(parts),
    isAstray: () => isAstray(parts),
    columnsChanged: () => columnsChanged(parts),
    scrolled: () => {
      if (!kept.moving) kept.inSight = grid.boxOf(store.getState().selection.active) !== null;
    },
    quietly: (change) => quietly(kept, change),
  };
}

function goes<Row>({ kept, store }: Parts<Row>, rowId: string, column: number): Way {
  const { selection } = store.getState();
  const before = { ...kept };
  // What a key does to selected cells has to wait.
  store.setState({ selection: nothingAt({ row: selection.active.row, column }) });
  Object.assign(kept, { rowId, goal: rowId });
  const arrive = (): boolean => {
    const isThere = kept.rowId === rowId && kept.goal === rowId;
    if (kept.goal === rowId) kept.goal = null;
    return isThere;
  };
  const giveUp = (): boolean => {
    if (!arrive()) return false;
    Object.assign(kept, before);
    quietly(kept, () => store.setState({ selection }));
    return true;
  };
  return { arrive, giveUp };
}

function isGoing({ goal, rowId }: Kept): boolean {
  return goal !== null && goal === rowId;
}

/** Another list is on its way, and the rows of the former one are gone already. */
function isWaiting<Row>({ kept, store, grid }: Parts<Row>): boolean {
  const { selection } = store.getState();
  if (!kept.moving || kept.rowId === null || isNothing(selection)) return false;
  return grid.peek(selection.active.row) === undefined;
}

function isAstray<Row>({ kept, store, grid }: Parts<Row>): boolean {
  const { selection } = store.getState();
  const drawn = grid.peek(selection.active.row);
  if (kept.goal !== null || kept.rowId === null || isNothing(selection)) return false;
  return drawn !== undefined && drawn.id !== kept.rowId;
}

function quietly(kept: Kept, change: () => void): void {
  kept.quiet = true;
  try {
    change();
  } finally {
    kept.quiet = false;
  }
}

function put<Row>({ kept, store }: Parts<Row>, selection: Selection): void {
  const { selection: now } = store.getState();
  // The same cells: nobody has to be told.
  if (JSON.stringify(now) !== JSON.stringify(selection)) quietly(kept, () => store.setState({ selection }));
}

/** Remembers which records and which column are selected. */
function note<Row>({ kept, store, grid }: Parts<Row>): void {
  const { active, ranges } = store.getState().selection;
  const idAt = (row: number): string | null => grid.peek(row)?.id ?? null;
  kept.rowId = idAt(active.row);
  kept.columnId = grid.columns()[active.column]?.id ?? null;
  kept.ends = ranges.slice(0, mostRanges + 1).map(({ r1, r2 }) => ({ first: idAt(r1), last: idAt(r2) }));
  kept.total = grid.total();
}

async function locate<Row>(
  parts: Parts<Row>,
  indexOf: (rowId: string) => Promise<number | null>,
  cause: MoveCause,
): Promise<Placer> {
  const { kept, grid } = parts;
  const places = new Map<string, number | null>();
  await Promise.all(wanted(kept).map(async (id) => places.set(id, await indexOf(id))));
  return ({ start, ids }) => {
    for (const [offset, id] of ids.entries()) places.set(id, start + offset);
    if (kept.rowId !== null && !places.has(kept.rowId)) return 'unknown';
    const row = kept.rowId === null ? null : (places.get(kept.rowId) ?? null);
    const drawn = row === null ? undefined : grid.peek(row);
    // The grid lets go of an answer that was overtaken, and its blocks come one by one: place and rows change together or not at all.
    if (drawn !== undefined && drawn.id !== kept.rowId) return 'early';
    place(parts, (id) => places.get(id) ?? null, cause);
    return 'done';
  };
}

/** Records to be found again: that of the active cell, and the ends of what is selected. */
function wanted({ rowId, ends }: Kept): readonly string[] {
  const others = ends.length > mostRanges ? [] : ends.flatMap(({ first, last }) => [first, last]);
  return [...new Set([rowId, ...others])].filter((id) => id !== null);
}

function place<Row>(parts: Parts<Row>, places: Places, cause: MoveCause): void {
  const { kept, store, grid } = parts;
  const { selection } = store.getState();
  const { active } = selection;
  const row = kept.rowId === null ? null : places(kept.rowId);
  kept.moving = false;
  if (row !== null && (kept.chosen || cause === 'rows')) {
    const { ends, total: before } = kept;
    const moved = { ends, places, rows: { row, before, after: grid.total() } };
    put(parts, ends.length > mostRanges ? selectCell({ ...active, row }) : movedSelection(selection, moved));
    if (kept.inSight && kept.chosen) grid.reveal({ ...active, row }, cause === 'list' ? 'middle' : undefined);
  } else if (!kept.chosen) {
    kept.rowId = null;
    put(parts, selectCell({ row: 0, column: active.column }));
  } else if (kept.rowId !== null || (cause === 'list' && !kept.inNext)) {
    // The search for the next cell begins at the top of another list, and near by in the same one.
    put(parts, nothingAt({ row: cause === 'list' ? 0 : active.row, column: active.column }));
    store.setState({ announcement: sheetText.nothingActive });
  }
  Object.assign(kept, { total: grid.total(), inNext: false });
}

function rowsCame<Row>(parts: Parts<Row>): void {
  const { kept, store, grid } = parts;
  const { selection, editing } = store.getState();
  if (kept.rowId === null && !isNothing(selection)) note(parts);
  if (editing === null || editing.rowId !== null) return;
  const loaded = grid.peek(editing.row);
  if (loaded !== undefined) store.setState({ editing: { ...editing, rowId: loaded.id, opened: loaded.row } });
}

/** Columns that were moved, shown or hidden: the active cell stays in its own; a hidden one takes it along. */
function columnsChanged<Row>(parts: Parts<Row>): void {
  const { kept, store, grid } = parts;
  const { selection } = store.getState();
  if (kept.columnId === null) return;
  const column = grid.columns().findIndex(({ id }) => id === kept.columnId);
  if (column === -1) put(parts, nothingAt({ row: selection.active.row, column: 0 }));
  else if (column !== selection.active.column || isNothing(selection)) {
    const isLost = kept.rowId !== null && grid.peek(selection.active.row)?.id !== kept.rowId;
    const at = { row: selection.active.row, column };
    put(parts, isNothing(selection) && isLost ? nothingAt(at) : selectCell(at));
  }
}
