import { AppError } from '#shared/rpc/app-error.ts';
import { type Change, type LogWriter, startChangeSet } from './change-log.ts';
import { newId } from './new-id.ts';
import type { Connection } from './connection.ts';
import type { Ledger } from './open.ts';
import { listPlaceOf, refreshOrganizationList } from './organization-list.ts';
import { createReader, type Reader } from './reader.ts';
import { createRowStore, type RowStore } from './row-store.ts';
import type { DataTableName, DataTables } from './tables.ts';
import { recordColumn } from './table-columns.ts';
import { searchTextsChanged } from './search-texts.ts';
import { type OrganizationWatch, type RowChange, watchOrganizations } from './touched-organizations.ts';
import { writeFailure } from './write-failure.ts';

export type WriteContext = {
  readonly command: string;
  /** What was done, in the user's words; shown in 履歴. */
  readonly label: string;
  readonly actor: string;
  readonly now: Date;
  readonly origin?: unknown;
  readonly revertsId?: string;
};

/** Makes the context of a write once the words for 履歴 are known. */
export type NamedContext = (label: string) => WriteContext;

/** The only way to write data. Every call records its change in the same transaction. */
export type WriteTx = {
  readonly reader: Reader;
  readonly changeSetId: string;
  insert<T extends DataTableName>(table: T, row: DataTables[T]): void;
  /** Writes only the columns that differ; false (and no record) when none does. Throws NOT_FOUND for a missing row. */
  update<T extends DataTableName>(table: T, id: string, patch: Partial<DataTables[T]>): boolean;
  remove(table: DataTableName, id: string): void;
};

export type WriteResult<R> = {
  readonly value: R;
  readonly changeSetId: string | null;
  readonly changes: number;
  readonly savedAt: string | null;
  readonly tables: readonly string[];
};

/**
 * Runs `work` as one transaction and one change set: all of it is on disk when this returns, or nothing is.
 * A work that changed nothing leaves no change set. Errors: READ_ONLY, LEDGER_WRITE_FAILED, and what `work` throws.
 */
export function write<R>(ledger: Ledger, context: WriteContext, work: (tx: WriteTx) => R): WriteResult<R> {
  if (ledger.readOnly) throw new AppError('READ_ONLY');
  const { connection } = ledger;
  const id = newId();
  const at = context.now.toISOString();
  try {
    connection.exec('BEGIN IMMEDIATE; INSERT INTO write_gate (open) VALUES (1);');
    const log = startChangeSet(connection, {
      id,
      command: context.command,
      label: context.label,
      actor: context.actor,
      at,
      origin: context.origin === undefined ? null : JSON.stringify(context.origin),
      revertsId: context.revertsId ?? null,
    });
    const touched: Touched = { organizations: watchOrganizations(listPlaceOf), tables: new Set() };
    const value = work(createTx({ connection, log, touched, changeSetId: id }));
    if (log.count() === 0) {
      connection.exec('ROLLBACK');
      return { value, changeSetId: null, changes: 0, savedAt: null, tables: [] };
    }
    refreshOrganizationList(connection, touched.organizations.touched);
    log.finish();
    connection.exec('DELETE FROM write_gate; COMMIT;');
    searchTextsChanged(connection, [...touched.organizations.touched.keys()]);
    return { value, changeSetId: id, changes: log.count(), savedAt: at, tables: [...touched.tables] };
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw writeFailure(error);
  }
}

type Touched = { readonly organizations: OrganizationWatch; readonly tables: Set<string> };
type TxParts = {
  readonly connection: Connection;
  readonly log: LogWriter;
  readonly touched: Touched;
  readonly changeSetId: string;
};

function createTx({ connection, log, touched, changeSetId }: TxParts): WriteTx {
  const store: RowStore = createRowStore(connection);
  const removeFromList = connection.prepare<[string]>('DELETE FROM organization_list WHERE organization_id = ?');
  const record = (
    table: DataTableName,
    row: Readonly<Record<string, unknown>>,
    { columns, ...change }: Pick<Change, 'op' | 'before' | 'after'> & { readonly columns: RowChange['after'] },
  ): void => {
    const recordId = String(row[recordColumn[table]]);
    log.add({ table, rowId: String(row['id']), recordId, ...change });
    touched.organizations.note(table, recordId, { row, after: columns });
    touched.tables.add(table);
  };
  const existing = (table: DataTableName, id: string): Record<string, unknown> => {
    const row = store.get(table, id);
    if (row === undefined) throw new AppError('NOT_FOUND', { what: '変更する行' });
    return row;
  };
  return {
    reader: createReader(connection),
    changeSetId,
    insert: (table, row) => {
      store.insert(table, row);
      record(table, row, { op: 'insert', before: null, after: JSON.stringify(row), columns: null });
    },
    update: (table, id, patch) => {
      const row = existing(table, id);
      const names = Object.keys(patch).filter((name) => row[name] !== patchValue(patch, name));
      if (names.length === 0) return false;
      const before = Object.fromEntries(names.map((name) => [name, row[name]]));
      const after = Object.fromEntries(names.map((name) => [name, patchValue(patch, name)]));
      store.update(table, id, after);
      record(table, row, {
        op: 'update',
        before: JSON.stringify(before),
        after: JSON.stringify(after),
        columns: after,
      });
      return true;
    },
    remove: (table, id) => {
      const row = existing(table, id);
      if (table === 'organization') removeFromList.run(id);
      store.remove(table, id);
      record(table, row, { op: 'delete', before: JSON.stringify(row), after: null, columns: null });
    },
  };
}

function patchValue(patch: object, name: string): unknown {
  return (patch as Readonly<Record<string, unknown>>)[name] ?? null; // boundary: a table's row type is a plain record
}
