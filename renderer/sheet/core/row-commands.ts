import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { rowsOf } from '../selection/ranges.ts';
import { spanSize } from '../selection/spans.ts';
import type { BulkTarget } from '../types.ts';
import { soon } from '../soon.ts';
import type { Navigation } from './navigation.ts';
import { activeRow } from './active-row.ts';
import { readRows, type SheetCore } from './sheet-core.ts';

const mostAtOnce = 10_000;

/** Commands that act on the rows of the selection. */
export type RowCommands = {
  readonly insert: () => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
  readonly bulkTargets: () => Promise<Targets>;
  /** `widen`: what makes the list show the row when it does not. */
  readonly goToRow: (rowId: string, columnId?: string, widen?: () => void) => Promise<boolean>;
};

export function createRowCommands<Row>(core: SheetCore<Row>, navigation: Navigation): RowCommands {
  const { tell, turns } = core;
  const goToRow: RowCommands['goToRow'] = (rowId, columnId, widen) =>
    goToRecord(core, navigation, { rowId, columnId, widen });
  /** New rows are found once the list was read again. */
  const goToNew = async (rowId: string | null | undefined): Promise<void> => {
    if (rowId === null || rowId === undefined) return;
    core.grid.refresh('view');
    const isFound = await soon(() => goToRow(rowId));
    if (!isFound && core.grid.isShown()) tell.done(sheetText.newRowHidden);
    core.focus();
  };
  return {
    // Not in its turn: it may open a form, and leaving that by leaving the screen gives no answer.
    insert: () => void insertRow(core).then(goToNew).catch(tell.failure),
    duplicate: () =>
      void turns
        .inTurn(() => duplicateRows(core))
        .then(goToNew)
        .catch(tell.failure),
    remove: () => void turns.inTurn(() => removeRows(core)).catch(tell.failure),
    goToRow,
    bulkTargets: () => bulkTargets(core),
  };
}

type Goal = {
  readonly rowId: string;
  readonly columnId: string | undefined;
  readonly widen: (() => void) | undefined;
};

/** False when the list does not show the record; the selection is then where it was. */
async function goToRecord<Row>(core: SheetCore<Row>, navigation: Navigation, goal: Goal): Promise<boolean> {
  const { rowId, columnId, widen } = goal;
  const { selection } = core.store.getState();
  const named = core.grid.columns().findIndex(({ id }) => id === columnId);
  const column = named === -1 ? selection.active.column : named;
  const way = core.following.goes(rowId, column);
  const placeOf = async (): Promise<number | null> => {
    const row = core.grid.indexOf(rowId) ?? (await (await core.view()).indexOf(rowId));
    // A view that was just opened may have the row before the grid knows how many there are.
    return row === null || row >= core.grid.total() ? null : row;
  };
  const show = async (): Promise<boolean> => {
    const row = await placeOf();
    if (row === null) return false;
    if (!way.arrive()) return true;
    core.grid.reveal({ row, column }, 'middle');
    navigation.goTo({ row, column });
    core.following.is(rowId);
    return true;
  };
  if (await show()) return true;
  widen?.();
  if (widen !== undefined && (await soon(show))) return true;
  way.giveUp();
  return false;
}

/** Rows of which a cell is selected, in order; null when they are too many. */
async function rowsSelected<Row>(core: SheetCore<Row>): Promise<readonly Row[] | null> {
  const spans = rowsOf(core.store.getState().selection.ranges);
  if (spanSize(spans) > mostAtOnce) return null;
  const rows: Row[] = [];
  for (const { from, to } of spans)
    for await (const piece of readRows(core, { from, to })) rows.push(...piece.rows.filter((row) => row !== null));
  return rows;
}

/** The same for a command: says so when they are too many. */
async function selectedRows<Row>(core: SheetCore<Row>): Promise<readonly Row[] | null> {
  const rows = await rowsSelected(core);
  if (rows === null) core.tell.problem(sheetText.tooManyRows(formatCount(mostAtOnce)));
  return rows;
}

async function insertRow<Row>(core: SheetCore<Row>): Promise<string | null> {
  return (await core.props().commands?.insert?.(await activeRow(core))) ?? null;
}

async function duplicateRows<Row>(core: SheetCore<Row>): Promise<string | undefined> {
  const duplicate = core.props().commands?.duplicate;
  const rows = duplicate === undefined ? null : await selectedRows(core);
  if (duplicate === undefined || rows === null || rows.length === 0) return undefined;
  return (await duplicate(rows))[0];
}

async function removeRows<Row>(core: SheetCore<Row>): Promise<void> {
  const remove = core.props().commands?.remove;
  const rows = remove === undefined ? null : await selectedRows(core);
  if (remove === undefined || rows === null || rows.length === 0) return;
  const keepOn = core.following.letGo();
  if (await remove(rows).catch(rethrowAfter(keepOn))) dropRefused(core, rows);
  else keepOn();
  core.focus();
}

/** A red text goes with its row: Ctrl+Z behind the removal brings the row back and does nothing else. */
function dropRefused<Row>({ pending, props }: SheetCore<Row>, rows: readonly Row[]): void {
  const gone = new Set(rows.map(props().rowId));
  pending.dropAll(pending.rejected.getState().filter(({ rowId }) => gone.has(rowId)));
}

function rethrowAfter(work: () => void): (error: unknown) => never {
  return (error) => {
    work();
    throw error;
  };
}

type Targets = {
  readonly selected: { readonly count: number; readonly target: BulkTarget } | null;
  readonly filtered: { readonly count: number; readonly target: BulkTarget };
};

async function bulkTargets<Row>(core: SheetCore<Row>): Promise<Targets> {
  const view = await core.view();
  const rowIds = ((await rowsSelected(core)) ?? []).map(core.props().rowId);
  const target = view.handle === null ? { rowIds: await idsOf(core) } : { view: view.handle };
  return {
    selected: rowIds.length === 0 ? null : { count: rowIds.length, target: { rowIds } },
    filtered: { count: view.total, target },
  };
}

async function idsOf<Row>(core: SheetCore<Row>): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { rows } of readRows(core, { from: 0, to: core.grid.total() - 1 }))
    for (const row of rows) if (row !== null) ids.push(core.props().rowId(row));
  return ids;
}
