import type { CellValue } from '#shared/contract/common.ts';
import {
  organizationField,
  organizationFields,
  type OrganizationFieldKey,
  type OrganizationFieldKind,
  type OrganizationRecord,
} from '#shared/domain/organization/fields.ts';
import type { Connection } from '../connection.ts';
import type { Ledger } from '../open.ts';
import { listValue } from '../organization-search.ts';
import { createReader, type SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';
import { countGroups } from './group-counts.ts';

const listColumns = organizationFields.map((field) => toSnake(field.key)).join(', ');
const allFields = organizationFields.map((field) => field.key);
const allKinds = organizationFields.map((field) => field.kind);

/** One row as it travels: [id, ...values in the order of organizationFields]. */
export type OrganizationRow = readonly CellValue[];

/** Rows of one block of an id vector, in its order; null where a group was removed since. `fields`: which values, in which order. */
export function readOrganizationBlock(
  connection: Connection,
  ids: Int32Array,
  fields: readonly OrganizationFieldKey[] = allFields,
): (OrganizationRow | null)[] {
  const columns = fields.map(toSnake).join(', ');
  const sql = `SELECT l.id, organization_id, ${columns} FROM json_each(?) j JOIN organization_list l ON l.id = j.value`;
  const rows = connection
    .prepare<[string], SqlValue[]>(sql)
    .raw(true)
    .all(JSON.stringify([...ids]));
  const kinds = fields.map((field) => organizationField(field).kind);
  const byId = new Map(rows.map(([id, ...row]) => [id, toWire(row, kinds)]));
  return Array.from(ids, (id) => byId.get(id) ?? null);
}

/** One group by its id, undefined when there is none. */
export function readOrganization(ledger: Ledger, id: string): OrganizationRow | undefined {
  const sql = `SELECT organization_id, ${listColumns} FROM organization_list WHERE organization_id = ?`;
  const row = ledger.connection.prepare<[string], SqlValue[]>(sql).raw(true).get(id);
  return row === undefined ? undefined : toWire(row, allKinds);
}

/** All groups in the order of their registration numbers, one at a time, so that an export never holds the whole register. */
export function* iterateOrganizations(
  connection: Connection,
): Generator<{ readonly id: string; readonly record: OrganizationRecord }> {
  const sql = `SELECT organization_id, ${listColumns} FROM organization_list ORDER BY reg_no ASC NULLS LAST, rowid`;
  for (const row of connection.prepare<[], SqlValue[]>(sql).raw(true).iterate()) {
    const [id, ...values] = toWire(row, allKinds);
    const entries = organizationFields.map((field, index) => [field.key, values[index] ?? null] as const);
    yield { id: String(id), record: Object.fromEntries(entries) as OrganizationRecord }; // boundary: keys are organizationFields itself
  }
}

export type OrganizationCounts = {
  total: number;
  byType: Record<string, number>;
  byCity: Record<string, number>;
  expired: number;
};

/** Counts for lists and summary, most frequent first; groups without type or city count under '(空白)'. `today`: ISO day. */
export function countOrganizations(connection: Connection, today: string): OrganizationCounts {
  const { total, byType, byCity, expired } = countGroups(createReader(connection), today);
  return { total, byType: byName(byType), byCity: byName(byCity), expired };
}

type Counted = ReturnType<typeof countGroups>['byType'];

function byName(counted: Counted): Record<string, number> {
  const named = counted.map(({ name, count }) => ({ name: name === '' ? '(空白)' : name, count }));
  const sorted = named.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return Object.fromEntries(sorted.map(({ name, count }) => [name, count]));
}

function toWire(row: readonly SqlValue[], kinds: readonly OrganizationFieldKind[]): CellValue[] {
  const [id, ...values] = row;
  return [id ?? null, ...values.map((value, index) => wireValue(kinds[index] ?? 'text', value))];
}

function wireValue(kind: OrganizationFieldKind, value: SqlValue): CellValue {
  const read = listValue(kind, value);
  return Array.isArray(read) ? read : (read as Exclude<typeof read, readonly string[]>); // boundary: Array.isArray does not know readonly arrays
}
