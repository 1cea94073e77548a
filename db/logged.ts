import type { ChangeOperation } from './change-log.ts';
import type { Retired } from './retired.ts';
import { tableColumns } from './table-columns.ts';
import type { DataTableName } from './tables.ts';

type Row = Readonly<Record<string, unknown>>;

/** A change as the log holds it, by the names of the time it was recorded. */
export type StoredChange = {
  readonly table: string;
  readonly op: ChangeOperation;
  readonly before: string | null;
  readonly after: string | null;
};

/** A value of a column that the schema no longer has. */
export type LostValue = {
  readonly column: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
};

export type KnownChange = {
  readonly kind: 'known';
  readonly table: DataTableName;
  readonly before: Row | null;
  readonly after: Row | null;
  readonly lost: readonly LostValue[];
};

/** A change by the names of now. 'gone': of a table that is no longer; 'unknown': of one that never was, so the log is damaged. */
export type Logged =
  | KnownChange
  | {
      readonly kind: 'gone';
      readonly table: string;
      readonly what: string;
      readonly records: DataTableName;
      readonly lost: readonly LostValue[];
    }
  | { readonly kind: 'unknown'; readonly table: string };

export function readLogged(retired: Retired, stored: StoredChange): Logged {
  const { table: name } = stored;
  if (isDataTable(name)) return inTable(retired, name, stored);
  const past = own(retired.tables, name);
  if (past === undefined) return { kind: 'unknown', table: name };
  if ('now' in past) return inTable(retired, past.now, stored);
  const lost = new Map<string, LostValue>();
  for (const side of ['before', 'after'] as const)
    for (const [column, value] of Object.entries(parse(stored[side]) ?? {}))
      lose(lost, side, { column, value, label: own(past.columns, column) ?? '' });
  return { kind: 'gone', table: name, what: past.what, records: past.records, lost: [...lost.values()] };
}

function inTable(retired: Retired, table: DataTableName, stored: StoredChange): KnownChange {
  const names: ReadonlySet<string> = namesOf(table);
  const past = retired.columns[table] ?? {};
  const lost = new Map<string, LostValue>();
  const read = (side: 'before' | 'after'): Row | null => {
    const row = parse(stored[side]);
    if (row === null) return null;
    const now: Record<string, unknown> = stored.op === 'update' ? {} : { ...retired.fills[table] };
    for (const [column, value] of Object.entries(row)) {
      const entry = names.has(column) ? { now: column } : (own(past, column) ?? { label: '' });
      if ('now' in entry) now[entry.now] = value;
      else lose(lost, side, { column, value, label: entry.label });
    }
    return now;
  };
  return { kind: 'known', table, before: read('before'), after: read('after'), lost: [...lost.values()] };
}

type Lost = { readonly column: string; readonly value: unknown; readonly label: string };

function lose(lost: Map<string, LostValue>, side: 'before' | 'after', { column, value, label }: Lost): void {
  lost.set(column, { ...(lost.get(column) ?? { column, label, before: null, after: null }), [side]: value });
}

const columnNames = new Map<DataTableName, ReadonlySet<string>>();

function namesOf(table: DataTableName): ReadonlySet<string> {
  const names = columnNames.get(table) ?? new Set<string>(tableColumns[table]);
  columnNames.set(table, names);
  return names;
}

function isDataTable(name: string): name is DataTableName {
  return Object.hasOwn(tableColumns, name);
}

/** A damaged log may name a table 'constructor'. */
function own<V>(entries: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function parse(json: string | null): Row | null {
  return json === null ? null : (JSON.parse(json) as Row); // boundary: the log writes only objects
}
