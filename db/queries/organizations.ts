import type { CellValue } from '#shared/contract/common.ts';
import {
  organizationField,
  organizationFields,
  type OrganizationFieldKey,
  type OrganizationRecord,
} from '#shared/domain/organization/fields.ts';
import type { Connection, Ledger } from '../open.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';

const listColumns = organizationFields.map((field) => toSnake(field.key)).join(', ');
const fieldKinds = organizationFields.map((field) => field.kind);

/** One row as it travels: [id, ...values in the order of organizationFields]. */
export type OrganizationRow = readonly CellValue[];

/** Rows of one block of an id vector, in its order; null where a group was removed since. */
export function readOrganizationBlock(connection: Connection, ids: Int32Array): (OrganizationRow | null)[] {
  const sql = `SELECT l.rowid, organization_id, ${listColumns} FROM json_each(?) j JOIN organization_list l ON l.rowid = j.value`;
  const rows = connection
    .prepare<[string], SqlValue[]>(sql)
    .raw(true)
    .all(JSON.stringify([...ids]));
  const byRowid = new Map(rows.map((row) => [row[0], toWire(row.slice(1))]));
  return Array.from(ids, (id) => byRowid.get(id) ?? null);
}

/** One group by its id, undefined when there is none. */
export function readOrganization(ledger: Ledger, id: string): OrganizationRow | undefined {
  const sql = `SELECT organization_id, ${listColumns} FROM organization_list WHERE organization_id = ?`;
  const row = ledger.connection.prepare<[string], SqlValue[]>(sql).raw(true).get(id);
  return row === undefined ? undefined : toWire(row);
}

/** All groups in the order of their registration numbers, one at a time, so that an export never holds the whole register. */
export function* iterateOrganizations(
  connection: Connection,
): Generator<{ readonly id: string; readonly record: OrganizationRecord }> {
  const sql = `SELECT organization_id, ${listColumns} FROM organization_list ORDER BY reg_no ASC NULLS LAST, rowid`;
  for (const row of connection.prepare<[], SqlValue[]>(sql).raw(true).iterate()) {
    const [id, ...values] = toWire(row);
    const entries = organizationFields.map((field, index) => [field.key, values[index] ?? null] as const);
    yield { id: String(id), record: Object.fromEntries(entries) as OrganizationRecord }; // boundary: keys are organizationFields itself
  }
}

/** Distinct values of a field with the number of groups, '' = blank, most frequent first. Of activity fields: each label. */
export function organizationValueList(
  connection: Connection,
  key: OrganizationFieldKey,
): { value: string; count: number }[] {
  const field = organizationField(key);
  const column = toSnake(key);
  const source =
    field.kind === 'activity-fields'
      ? `SELECT label AS v, count(*) AS n FROM organization_field GROUP BY v
         UNION ALL SELECT '', count(*) FROM organization_list WHERE fields = '[]' HAVING count(*) > 0`
      : `SELECT coalesce(CAST(${column} AS TEXT), '') AS v, count(*) AS n FROM organization_list GROUP BY v`;
  const rows = connection.prepare<[], { v: string; n: number }>(`${source} ORDER BY n DESC, v`).all();
  const isFlag = field.kind === 'public-flag';
  return rows.map(({ v, n }) => ({ value: isFlag && v !== '' ? String(v === '1') : v, count: n }));
}

export type OrganizationCounts = {
  total: number;
  byType: Record<string, number>;
  byCity: Record<string, number>;
  expired: number;
};

/** Counts for ホーム and summary; groups without type or city count under '(空白)'. `today`: ISO day. */
export function countOrganizations(connection: Connection, today: string): OrganizationCounts {
  const group = (column: string): Record<string, number> =>
    Object.fromEntries(
      connection
        .prepare<[], [string, number]>(
          `SELECT coalesce(${column}, '(空白)'), count(*) FROM organization_list GROUP BY 1 ORDER BY 2 DESC, 1`,
        )
        .raw(true)
        .all(),
    );
  const scalar = (sql: string, ...parameters: string[]): number =>
    Number(
      connection
        .prepare(sql)
        .pluck()
        .get(...parameters),
    );
  return {
    total: scalar('SELECT count(*) FROM organization_list'),
    byType: group('org_type'),
    byCity: group('city'),
    expired: scalar(`SELECT count(*) FROM organization_list WHERE valid_until || '~' < ?`, today),
  };
}

function toWire(row: readonly SqlValue[]): CellValue[] {
  const [id, ...values] = row;
  return [id ?? null, ...values.map((value, index) => wireValue(fieldKinds[index] ?? 'text', value))];
}

function wireValue(kind: string, value: SqlValue): CellValue {
  if (value === null) return null;
  if (kind === 'public-flag') return value === 1;
  if (kind === 'activity-fields') return JSON.parse(String(value)) as string[]; // boundary: written by json_group_array
  return value;
}
