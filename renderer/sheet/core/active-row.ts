import { sheetText } from '#shared/messages/ui/sheet.ts';
import { isNothing } from '../selection/ranges.ts';
import { rowAt, type SheetCore } from './sheet-core.ts';

type Loaded<Row> = { readonly id: string; readonly row: Row | null };

/** The row of the active cell as far as it is loaded: its record, wherever that is drawn. */
export function loadedActive<Row>({ grid, following, store }: SheetCore<Row>): Loaded<Row> | undefined {
  const rowId = following.rowId();
  if (rowId === null) return grid.peek(store.getState().selection.active.row);
  const place = grid.indexOf(rowId);
  return place === null ? undefined : grid.peek(place);
}

/** The same, read when it is not loaded; null when no cell is active or the record is gone. */
export async function activeRow<Row>(core: SheetCore<Row>): Promise<Row | null> {
  const { selection } = core.store.getState();
  if (isNothing(selection) || core.grid.total() === 0) return null;
  const rowId = core.following.rowId();
  return rowId === null ? rowAt(core, selection.active.row) : rowOf(core, rowId);
}

/** A record as the list has it now; null when it is not there. */
export async function rowOf<Row>(core: SheetCore<Row>, rowId: string): Promise<Row | null> {
  const loaded = core.grid.indexOf(rowId);
  const known = loaded === null ? undefined : core.grid.peek(loaded);
  if (known !== undefined) return known.row;
  const view = await core.view();
  const place = await view.indexOf(rowId);
  return place === null ? null : ((await view.read(place, place + 1))[0] ?? null);
}

/** True after saying so when no cell is active: what is typed or pasted then goes nowhere. */
export function saysNothingActive<Row>({ store, tell }: SheetCore<Row>): boolean {
  if (!isNothing(store.getState().selection)) return false;
  store.setState({ announcement: sheetText.nothingActive });
  tell.done(sheetText.nothingActive, 'read-only');
  return true;
}
