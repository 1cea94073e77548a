import type { ChangeOperation } from './change-log.ts';
import { readLogged } from './logged.ts';
import type { Ledger } from './open.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import { tableColumns, toSnake } from './table-columns.ts';
import type { DataTableName } from './tables.ts';

type Stored = [rowId: string, table: string, op: ChangeOperation, after: string | null];
type State = Readonly<Record<string, unknown>> | null;

/** By row, so that memory holds one row's changes at a time. */
const logByRow = `SELECT c.row_id, c.table_name, c.op, c.after_json FROM change c JOIN change_set s ON s.id = c.change_set_id
  ORDER BY c.row_id, s.seq, c.seq`;

/**
 * Number of data rows that are not what the change log says: altered, missing, or there without ever having been written.
 * Finds what SQLite's own checks cannot: a damaged file whose pages are in order but whose values are others.
 */
export function countAlteredRows(ledger: Ledger): number {
  const { connection } = ledger;
  const store = createRowStore(connection);
  const living = new Map<DataTableName, number>();
  let altered = 0;
  for (const { rowId, states, hasUnknown } of lastStates(ledger)) {
    if (hasUnknown) altered += 1; // the name of the table itself is damaged
    for (const [table, state] of states) {
      if (state !== null) living.set(table, (living.get(table) ?? 0) + 1);
      if (!holds(store, { table, rowId, state })) altered += 1;
    }
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

/** What became of an id; rows of two tables may have the same one. Of tables that are no longer, nothing is left to compare. */
type LastStates = { readonly rowId: string; readonly states: Map<DataTableName, State>; hasUnknown: boolean };

function* lastStates({ connection, retired }: Ledger): Generator<LastStates> {
  let last: LastStates | undefined;
  for (const [rowId, table, op, after] of connection.prepare<[], Stored>(logByRow).raw(true).iterate()) {
    if (last?.rowId !== rowId) {
      if (last !== undefined) yield last;
      last = { rowId, states: new Map(), hasUnknown: false };
    }
    const change = readLogged(retired, { table, op, before: null, after });
    if (change.kind === 'unknown') last.hasUnknown = true;
    if (change.kind !== 'known') continue;
    last.states.set(change.table, follow(last.states.get(change.table) ?? null, op, change.after));
  }
  if (last !== undefined) yield last;
}

function follow(state: State, op: ChangeOperation, after: State): State {
  if (op === 'delete') return null;
  return op === 'insert' ? after : { ...state, ...after };
}

type RowState = { readonly table: DataTableName; readonly rowId: string; readonly state: State };

/** A row that was removed and is there again is counted as surplus, not here. */
function holds(store: RowStore, { table, rowId, state }: RowState): boolean {
  const row = store.get(table, rowId);
  if (state === null) return true;
  return row !== undefined && tableColumns[table].every((column) => row[column] === (state[column] ?? null));
}
