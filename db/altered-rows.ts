import type { ChangeOperation } from './change-log.ts';
import type { Connection } from './open.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import { tableColumns, toSnake } from './table-columns.ts';
import type { DataTableName } from './tables.ts';

type Logged = [table: DataTableName, rowId: string, op: ChangeOperation, after: string | null];
type State = Readonly<Record<string, unknown>> | null;

/** By row, so that memory holds one row's changes at a time; the index of change on row_id gives this order. */
const logByRow = `SELECT c.table_name, c.row_id, c.op, c.after_json FROM change c JOIN change_set s ON s.id = c.change_set_id
  ORDER BY c.row_id, c.table_name, s.seq, c.seq`;

/**
 * Number of data rows that are not what the change log says: altered, missing, or there without ever having been written.
 * Finds what SQLite's own checks cannot: a damaged file whose pages are in order but whose values are others.
 */
export function countAlteredRows(connection: Connection): number {
  const store = createRowStore(connection);
  const living = new Map<DataTableName, number>();
  let altered = 0;
  for (const { table, rowId, state } of lastStates(connection)) {
    if (state !== null) living.set(table, (living.get(table) ?? 0) + 1);
    if (!holds(store, { table, rowId, state })) altered += 1;
  }
  const tables = Object.keys(tableColumns) as DataTableName[]; // boundary: the keys are the table names
  for (const table of tables) {
    const rows = Number(
      connection
        .prepare(`SELECT count(*) FROM ${toSnake(table)}`)
        .pluck()
        .get(),
    );
    altered += Math.max(0, rows - (living.get(table) ?? 0));
  }
  return altered;
}

type RowState = { readonly table: DataTableName; readonly rowId: string; readonly state: State };

function* lastStates(connection: Connection): Generator<RowState> {
  const last: RowState[] = [];
  for (const [table, rowId, op, after] of connection.prepare<[], Logged>(logByRow).raw(true).iterate()) {
    const known = last.pop();
    const isSame = known?.rowId === rowId && known.table === table;
    if (known !== undefined && !isSame) yield known;
    last.push({ table, rowId, state: follow(isSame ? known.state : null, op, after) });
  }
  yield* last;
}

function follow(state: State, op: ChangeOperation, after: string | null): State {
  const values = after === null ? {} : (JSON.parse(after) as Record<string, unknown>); // boundary: the log writes only objects
  if (op === 'delete') return null;
  return op === 'insert' ? values : { ...state, ...values };
}

/** A row that was removed and is there again is counted as surplus, not here. */
function holds(store: RowStore, { table, rowId, state }: RowState): boolean {
  if (!Object.hasOwn(tableColumns, table)) return false; // the name itself is damaged
  const row = store.get(table, rowId);
  if (state === null) return true;
  return row !== undefined && tableColumns[table].every((column) => row[column] === (state[column] ?? null));
}
