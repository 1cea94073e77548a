import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import type { Connection } from '#db/connection.ts';
import { type Retired, retired } from '#db/retired.ts';
import { tableColumns, toCamel, toSnake } from '#db/table-columns.ts';
import type { DataTableName } from '#db/tables.ts';
import { formerLedger } from '#tests/helpers/former-ledger.ts';
import { tempLedger, testNow } from '#tests/helpers/temp-ledger.ts';

/** Tables that are never in the change log. */
const unlogged = ['change', 'change_set', 'write_gate', 'organization_list', 'organization_search'];
const none: Retired = { tables: {}, columns: {}, fills: {} };

type Form = ReadonlyMap<string, readonly string[]>;

/** Tables and columns of a file, by the names that its log has. */
function formOf(connection: Connection): Form {
  const tables = connection
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  const columns = connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck();
  return new Map(
    tables
      .filter((name) => !unlogged.includes(name))
      .map((name) => [toCamel(name), columns.all(name).map((column) => toCamel(column))]),
  );
}

function isData(name: string): name is DataTableName {
  return Object.hasOwn(tableColumns, name);
}

/** Columns of the present schema that may not be blank. */
function neverBlank({ connection }: { connection: Connection }, table: DataTableName): string[] {
  const sql = 'SELECT name FROM pragma_table_info(?) WHERE "notnull" = 1 AND pk = 0';
  return connection
    .prepare<[string], string>(sql)
    .pluck()
    .all(toSnake(table))
    .map((column) => toCamel(column));
}

/** What a log written in this form can name, and nothing says what has become of it. */
function undescribed(form: Form, past: Retired): string[] {
  const now = tempLedger();
  return [...form].flatMap(([name, columns]) => {
    const entry = past.tables[name];
    const table = isData(name) ? name : entry !== undefined && 'now' in entry ? entry.now : null;
    if (table === null) return entry === undefined ? [name] : [];
    const known: readonly string[] = tableColumns[table];
    const names = columns.map((column) => {
      const renamed = past.columns[table]?.[column];
      return renamed !== undefined && 'now' in renamed ? renamed.now : column;
    });
    return [
      ...names.filter((column) => !known.includes(column) && past.columns[table]?.[column] === undefined),
      ...neverBlank(now, table).filter((column) => !names.includes(column) && past.fills[table]?.[column] == null),
    ].map((column) => `${name}.${column}`);
  });
}

test.each(migrations.map(({ slug, version }) => [slug, version] as const))(
  'what %s had and the schema has no longer is described, and what it lacked has a value',
  (...[, version]) => {
    const connection = new Database(':memory:');
    migrate(connection, { actor: '', now: testNow() }, migrations.slice(0, version));
    expect(undescribed(formOf(connection), retired)).toEqual([]);
    connection.close();
  },
);

test('a step that describes nothing is named by what is missing', () => {
  const { ledger } = formerLedger();
  const form = formOf(ledger.connection);
  expect(undescribed(form, none).toSorted()).toEqual([
    'award',
    'organization.region',
    'organization.slogan',
    'savedView.definition',
    'setting',
  ]);
  expect(undescribed(form, ledger.retired)).toEqual([]);
});

test('a name that is gone is not used again, and a new name is one of the schema', () => {
  for (const past of [retired, formerLedger().ledger.retired]) {
    for (const [name, entry] of Object.entries(past.tables)) {
      expect(isData(name), name).toBe(false);
      expect('now' in entry ? isData(entry.now) : isData(entry.records), name).toBe(true);
    }
    for (const [table, entries] of Object.entries(past.columns)) {
      const known: readonly string[] = isData(table) ? tableColumns[table] : [];
      for (const [column, entry] of Object.entries(entries)) {
        expect(known, `${table}.${column}`).not.toContain(column);
        if ('now' in entry) expect(known, `${table}.${column}`).toContain(entry.now);
      }
    }
  }
});
