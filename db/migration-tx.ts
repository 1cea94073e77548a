import { startChangeSet } from './change-log.ts';
import { newId } from './new-id.ts';
import type { Connection } from './connection.ts';
import type { SqlValue } from './reader.ts';
import { toCamel, toSnake } from './table-columns.ts';

type Values = Readonly<Record<string, SqlValue>>;
/** `recordId`: the record whose 変更履歴 tells of it. */
type RowName = { readonly table: string; readonly id: string; readonly recordId: string };

/**
 * Moves rows inside a migration and records each move. Tables and columns go by the names that they have at this step, not by
 * those that the program knows today: a later step may have changed them again.
 */
export type MigrationTx = {
  readonly all: (sql: string) => readonly Values[];
  readonly insert: (row: Omit<RowName, 'id'>, values: Values) => void;
  /** Records only the columns that differ. */
  readonly update: (row: RowName, values: Values) => void;
  readonly remove: (row: RowName) => void;
};

export type MigrationContext = { readonly actor: string; readonly now: Date };

/** Command of the change set that a migration writes: an undo stops at it. */
export const migrationCommand = 'ledger.migrate';

type Recorded = MigrationContext & { readonly command: string; readonly label: string };

/** Runs `work` as one change set of the hash chain, inside the transaction at hand; none when nothing was changed. */
export function recordByNames(connection: Connection, head: Recorded, work: (tx: MigrationTx) => void): void {
  const { command, label, actor, now } = head;
  const rest = { origin: null, revertsId: null };
  connection.exec('INSERT INTO write_gate (open) VALUES (1)');
  const log = startChangeSet(connection, { id: newId(), command, label, actor, at: now.toISOString(), ...rest });
  work(createMigrationTx(connection, log.add));
  if (log.count() > 0) log.finish();
  connection.exec('DELETE FROM write_gate');
}

function createMigrationTx(connection: Connection, add: ReturnType<typeof startChangeSet>['add']): MigrationTx {
  const run = (sql: string, values: readonly SqlValue[]): void => {
    connection.prepare(sql).run(...values);
  };
  const rowOf = ({ table, id }: RowName): Values => {
    const row = connection.prepare<[string], Values>(`SELECT * FROM ${toSnake(table)} WHERE id = ?`).get(id);
    if (row === undefined) throw new Error(`a migration names a row of ${table} that is not there`);
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [toCamel(name), value]));
  };
  return {
    all: (sql) => connection.prepare<[], Values>(sql).all(),
    insert: ({ table, recordId }, values) => {
      const names = Object.keys(values);
      const places = names.map(() => '?').join(', ');
      run(`INSERT INTO ${toSnake(table)} (${names.map(toSnake).join(', ')}) VALUES (${places})`, Object.values(values));
      const rowId = String(values['id']);
      const after = JSON.stringify(rowOf({ table, id: rowId, recordId }));
      add({ table, rowId, recordId, op: 'insert', before: null, after });
    },
    update: (row, values) => {
      const former = rowOf(row);
      const changed = Object.entries(values).filter(([name, value]) => former[name] !== value);
      if (changed.length === 0) return;
      const sets = changed.map(([name]) => `${toSnake(name)} = ?`).join(', ');
      run(`UPDATE ${toSnake(row.table)} SET ${sets} WHERE id = ?`, [...changed.map(([, value]) => value), row.id]);
      const before = JSON.stringify(Object.fromEntries(changed.map(([name]) => [name, former[name] ?? null])));
      const after = JSON.stringify(Object.fromEntries(changed));
      add({ table: row.table, rowId: row.id, recordId: row.recordId, op: 'update', before, after });
    },
    remove: (row) => {
      const before = JSON.stringify(rowOf(row));
      run(`DELETE FROM ${toSnake(row.table)} WHERE id = ?`, [row.id]);
      add({ table: row.table, rowId: row.id, recordId: row.recordId, op: 'delete', before, after: null });
    },
  };
}
