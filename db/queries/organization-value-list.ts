import type { OrganizationView } from '#shared/contract/organizations.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import { cellKeys } from '#shared/domain/organization/cell-words.ts';
import {
  organizationField,
  type OrganizationFieldKey,
  type OrganizationFieldKind,
} from '#shared/domain/organization/fields.ts';
import { holdsKey, type LookedFor, lookedFor, lookedForIn } from '#shared/domain/organization/looked-for.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import type { Connection } from '../connection.ts';
import { type Clause, listValue, mayHold } from '../organization-search.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';
import { shownBy } from './organization-view.ts';

export type ValueListRequest = {
  readonly field: OrganizationFieldKey;
  readonly view?: OrganizationView | undefined;
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
};
type ValueList = { readonly values: { value: string; count: number }[]; readonly distinct: number };

type Counted = readonly [value: SqlValue, groups: number];

/** Values that have an order of their own: that of the forms, and 公開 before 非公開. */
const ranked: Partial<Record<OrganizationFieldKind, readonly SqlValue[]>> = {
  'organization-type': organizationTypes,
  'activity-fields': activityFields.map(({ label }) => label),
  'public-flag': [1, 0],
};

/**
 * Distinct values of a field among the groups that a view shows, each with the number of groups, '' = blank and last.
 * `distinct`: how many there are before `search` and `limit`. Of activity fields: each label.
 */
export function organizationValueList(connection: Connection, request: ValueListRequest): ValueList {
  const { field, search = '', limit = Number.POSITIVE_INFINITY } = request;
  const { kind } = organizationField(field);
  const shown = shownBy(connection, request.view ?? {});
  const asked = lookedFor(search);
  const word = asked === null ? null : lookedForIn(kind, asked);
  const order = ranked[kind];
  if (order !== undefined) {
    const all = countAll(connection, field, shown).toSorted(([a], [b]) => rank(order, a) - rank(order, b));
    const found = word === null ? all : all.filter(([value]) => isFound(kind, value, word));
    return { values: found.slice(0, limit).map((counted) => wireValue(kind, counted)), distinct: all.length };
  }
  if (word === null) return sortedValues(connection, request, shown);
  const distinct = countDistinct(connection, valuesOf(field, shown));
  const source = distinct < fewValues || isBlankWord(word) ? shown : bothOf(shown, mayHold(word, anywhere));
  const found = firstValues(connection, valuesOf(field, source), {
    limit,
    isWanted: (value) => isFound(kind, value, word),
  });
  return { values: found.map((counted) => wireValue(kind, counted)), distinct };
}

/** Sorted, cut and numbered in one statement: a hundred thousand values are slow to hand over, and to read twice. */
function sortedValues(
  connection: Connection,
  { field, limit = -1 }: ValueListRequest,
  shown: Clause | null,
): ValueList {
  const { sql, parameters } = valuesOf(field, shown);
  const rows = connection
    .prepare<unknown[]>(
      `WITH counted AS MATERIALIZED (SELECT v, count(*) AS n FROM (${sql}) GROUP BY v)
       SELECT v, n, (SELECT count(*) FROM counted) FROM counted ORDER BY v NULLS LAST LIMIT ?`,
    )
    .raw(true)
    .all(...parameters, limit) as [...Counted, number][]; // boundary: three columns as selected
  const { kind } = organizationField(field);
  return {
    values: rows.map(([value, count]) => wireValue(kind, [value, count])),
    distinct: rows[0]?.[2] ?? 0,
  };
}

function countDistinct(connection: Connection, { sql, parameters }: Clause): number {
  const count = connection
    .prepare<unknown[]>(`SELECT count(DISTINCT v) + coalesce(max(v IS NULL), 0) FROM (${sql})`)
    .pluck()
    .get(...parameters);
  return Number(count);
}

/** Up to here it is cheaper to fold every value than to look through the search text of every group first. */
const fewValues = 20_000;

function bothOf(shown: Clause | null, holding: Clause): Clause {
  const sql = `+id IN (SELECT id FROM organization_search WHERE ${holding.sql})`;
  return shown === null
    ? { sql, parameters: holding.parameters }
    : { sql: `${shown.sql} AND ${sql}`, parameters: [...shown.parameters, ...holding.parameters] };
}

/** SELECT of one column `v`, a row for each group that is shown. */
function valuesOf(field: OrganizationFieldKey, shown: Clause | null): Clause {
  const where = shown === null ? '' : ` WHERE ${shown.sql}`;
  return { sql: `SELECT ${toSnake(field)} AS v FROM organization_list${where}`, parameters: shown?.parameters ?? [] };
}

type Wanted = { readonly limit: number; readonly isWanted: (value: SqlValue) => boolean };

/** The first values in the column's own order, blank last; reading ends as soon as there are enough. */
function firstValues(connection: Connection, values: Clause, { limit, isWanted }: Wanted): Counted[] {
  const sql = `SELECT v, count(*) FROM (${values.sql}) GROUP BY v ORDER BY v NULLS LAST`;
  const found: Counted[] = [];
  const rows = connection
    .prepare<unknown[]>(sql)
    .raw(true)
    .iterate(...values.parameters) as IterableIterator<Counted>; // boundary: two columns as selected
  for (const row of rows) {
    if (isWanted(row[0])) found.push(row);
    if (found.length >= limit) break;
  }
  return found;
}

/** Of a field with few values, all of them; labels are counted in JavaScript, where a list of them is cheaper to open. */
function countAll(connection: Connection, field: OrganizationFieldKey, shown: Clause | null): Counted[] {
  const rows = firstValues(connection, valuesOf(field, shown), {
    limit: Number.POSITIVE_INFINITY,
    isWanted: () => true,
  });
  if (organizationField(field).kind !== 'activity-fields') return rows;
  const counts = new Map<SqlValue, number>();
  for (const [value, groups] of rows) {
    const labels = JSON.parse(String(value ?? '[]')) as string[]; // boundary: written by json_group_array
    for (const label of labels.length === 0 ? [null] : new Set(labels))
      counts.set(label, (counts.get(label) ?? 0) + groups);
  }
  return [...counts];
}

const blankName = '空白';
const anywhere = { begins: false, ends: false };

/** One label at a time, not the list of a group. */
function isFound(kind: OrganizationFieldKind, value: SqlValue, word: LookedFor): boolean {
  if (value === null) return isBlankWord(word);
  const whole = kind === 'activity-fields' ? [String(value)] : listValue(kind, value);
  return cellKeys(kind, whole).some((key) => holdsKey(key, word, anywhere));
}

/** (空白), as the lists of values call a blank. */
function isBlankWord(word: LookedFor): boolean {
  return cellKeys('text', blankName).some((key) => holdsKey(key, word, anywhere));
}

function wireValue(kind: OrganizationFieldKind, [value, count]: Counted): { value: string; count: number } {
  return { value: wireText(kind, value), count };
}

/** Unknown values behind the known ones in their own order, blanks last. */
function rank(order: readonly SqlValue[], value: SqlValue): number {
  if (value === null) return order.length + 1;
  const place = order.indexOf(value);
  return place === -1 ? order.length : place;
}

function wireText(kind: OrganizationFieldKind, value: SqlValue): string {
  if (value === null) return '';
  return kind === 'public-flag' ? String(value === 1) : String(value);
}
