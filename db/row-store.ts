import type { Connection } from './connection.ts';
import { tableColumns, toSnake } from './table-columns.ts';
import type { DataTableName } from './tables.ts';

type Row = Record<string, unknown>;

/** Unrecorded reading and writing of single rows by id: the inside of WriteTx and of undo, nothing else's. */
export type RowStore = {
  get(table: DataTableName, id: string): Row | undefined;
  insert(table: DataTableName, row: Readonly<Row>): void;
  update(table: DataTableName, id: string, patch: Readonly<Row>): void;
  remove(table: DataTableName, id: string): void;
};

/** SQL that depends on the table alone, put together once. */
const selects = new Map<DataTableName, string>();
const inserts = new Map<DataTableName, string>();

export function createRowStore(connection: Connection): RowStore {
  const cache = new Map<string, ReturnType<typeof prepare>>();
  const statement = (sql: string): ReturnType<typeof prepare> => {
    const known = cache.get(sql);
    if (known !== undefined) return known;
    const made = prepare(connection, sql);
    cache.set(sql, made);
    return made;
  };
  return {
    get: (table, id) => statement(once(selects, table, selectSql)).get(id) as Row | undefined, // boundary: one SQLite row
    insert: (table, row) => {
      statement(once(inserts, table, insertSql)).run(...tableColumns[table].map((column) => row[column] ?? null));
    },
    update: (table, id, patch) => {
      const names = Object.keys(patch);
      const sets = names.map((name) => `${toSnake(name)} = ?`).join(', ');
      statement(`UPDATE ${toSnake(table)} SET ${sets} WHERE id = ?`).run(
        ...names.map((name) => patch[name] ?? null),
        id,
      );
    },
    remove: (table, id) => {
      statement(`DELETE FROM ${toSnake(table)} WHERE id = ?`).run(id);
    },
  };
}

function once(texts: Map<DataTableName, string>, table: DataTableName, make: (table: DataTableName) => string): string {
  let text = texts.get(table);
  if (text === undefined) {
    text = make(table);
    texts.set(table, text);
  }
  return text;
}

function prepare(connection: Connection, sql: string) {
  return connection.prepare<unknown[]>(sql);
}

function selectSql(table: DataTableName): string {
  const columns = tableColumns[table].map((column) => `${toSnake(column)} AS "${column}"`).join(', ');
  return `SELECT ${columns} FROM ${toSnake(table)} WHERE id = ?`;
}

function insertSql(table: DataTableName): string {
  const columns = tableColumns[table];
  return `INSERT INTO ${toSnake(table)} (${columns.map(toSnake).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
}
