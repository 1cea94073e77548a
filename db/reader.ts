import {
  type Compilable,
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Connection } from './connection.ts';
import { toCamel } from './table-columns.ts';
import type { Tables } from './tables.ts';

/** Builds and types SQL; it never runs anything itself (the ledger is synchronous). */
export const sqlBuilder = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});

/** Synchronous reading of one ledger. Statements are prepared once per SQL text. */
export type Reader = {
  all<R>(query: Compilable<R>): R[];
  first<R>(query: Compilable<R>): R | undefined;
  /** Hot paths: positional parameters in, arrays out, in the order of the SELECT. */
  arrays(sql: string, parameters?: readonly SqlValue[]): SqlValue[][];
  iterate(sql: string, parameters?: readonly SqlValue[]): IterableIterator<SqlValue[]>;
};

export type SqlValue = string | number | null;

type Statement = ReturnType<typeof prepareAny>;

function prepareAny(connection: Connection, sql: string) {
  return connection.prepare<unknown[]>(sql);
}

export function createReader(connection: Connection): Reader {
  const cache = new Map<string, Statement>();
  const prepare = (sql: string, raw: boolean): Statement => {
    const key = raw ? `r${sql}` : `o${sql}`;
    let statement = cache.get(key);
    if (statement === undefined) {
      if (cache.size > 300) cache.clear();
      statement = prepareAny(connection, sql);
      if (raw) statement.raw(true);
      cache.set(key, statement);
    }
    return statement;
  };
  const all = <R>(query: Compilable<R>): R[] => {
    const { sql, parameters } = query.compile();
    const rows = prepare(sql, false).all(...parameters) as Record<string, unknown>[]; // boundary: SQLite rows
    return rows.map((row) => camelRow(row) as R); // boundary: kysely knows the row's type
  };
  return {
    all,
    first: (query) => all(query)[0],
    arrays: (sql, parameters = []) => prepare(sql, true).all(...parameters) as SqlValue[][], // boundary: SELECT lists no blobs
    // A fresh statement: an iterator keeps its statement busy until it is done.
    iterate: (sql, parameters = []) =>
      prepareAny(connection, sql)
        .raw(true)
        .iterate(...parameters) as IterableIterator<SqlValue[]>,
  };
}

const camelNames = new Map<string, string>();

function camelRow(row: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    let camel = camelNames.get(name);
    if (camel === undefined) {
      camel = toCamel(name);
      camelNames.set(name, camel);
    }
    result[camel] = value;
  }
  return result;
}
