import { expect, test } from 'vitest';
import { tableColumns, toSnake } from '#db/table-columns.ts';
import type { DataTableName } from '#db/tables.ts';
import { tempLedger } from '../helpers/temp-ledger.ts';

const names = Object.keys(tableColumns) as DataTableName[]; // boundary: the const's own keys

test('every data table has exactly the columns that TypeScript writes, in the same order', () => {
  const { connection } = tempLedger();
  for (const name of names) {
    const columns = connection
      .prepare(`SELECT name FROM pragma_table_info('${toSnake(name)}')`)
      .pluck()
      .all();
    expect(columns, name).toEqual(tableColumns[name].map(toSnake));
  }
});

test('every table of the file is STRICT and is either a data table or one that only WriteTx feeds', () => {
  const { connection } = tempLedger();
  const tables = connection
    .prepare(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  const expected = [
    ...names.map(toSnake),
    'change',
    'change_set',
    'organization_list',
    'organization_search',
    'write_gate',
  ].sort();
  expect(tables.map((table) => (table as { name: string }).name).sort()).toEqual(expected);
  expect(tables.every((table) => (table as { strict: number }).strict === 1)).toBe(true);
});

test.each([...names.map(toSnake), 'organization_list', 'organization_search', 'change_set', 'change'])(
  '%s refuses every write that is not recorded',
  (table) => {
    const { connection } = tempLedger();
    const triggers = connection
      .prepare('SELECT sql FROM sqlite_schema WHERE type = ? AND tbl_name = ?')
      .pluck()
      .all('trigger', table)
      .join('\n');
    for (const operation of ['INSERT', 'UPDATE', 'DELETE'])
      expect(triggers, operation).toContain(`BEFORE ${operation} ON ${table}`);
    const columns = connection.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all() as {
      name: string;
      type: string;
    }[];
    const values = columns.map(({ type }) => (type === 'INTEGER' ? '1' : `'x'`)).join(', ');
    expect(() =>
      connection.exec(`INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) VALUES (${values})`),
    ).toThrow(/not in a recorded write/);
  },
);

test('the ledger is opened with the pragmas that keep it whole', () => {
  const { connection } = tempLedger();
  const read = (name: string): unknown => connection.pragma(name, { simple: true });
  expect(read('locking_mode')).toBe('exclusive');
  expect(read('journal_mode')).toBe('delete');
  expect(read('synchronous')).toBe(3);
  expect(read('foreign_keys')).toBe(1);
  expect(read('trusted_schema')).toBe(0);
  expect(read('cell_size_check')).toBe(1);
  expect(read('secure_delete')).toBe(1);
});
