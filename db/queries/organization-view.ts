import type { OrganizationView } from '#shared/contract/organizations.ts';
import { organizationField, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { Connection } from '../open.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';

type Condition = NonNullable<OrganizationView['conditions']>[number];
type Clause = { readonly sql: string; readonly parameters: readonly SqlValue[] };

/**
 * The id vector of a sorted and filtered register: rowids of organization_list in display order (4 bytes a group).
 * Sorting happens once here; any block is then read by its ids at the same small cost. Blanks sort last, both ways, as in Excel.
 */
export function selectOrganizationIds(connection: Connection, view: OrganizationView): Int32Array {
  const where = [...searchClauses(view.search ?? ''), ...(view.conditions ?? []).map(conditionClause)];
  const order = (view.sort ?? []).map(
    ({ field, descending }) => `${columnOf(field)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  const sql = [
    'SELECT rowid FROM organization_list',
    where.length === 0 ? '' : `WHERE ${where.map((clause) => clause.sql).join(' AND ')}`,
    `ORDER BY ${[...order, ...(order.length === 0 ? ['reg_no ASC NULLS LAST'] : []), 'rowid'].join(', ')}`,
  ].join(' ');
  const ids = connection
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...where.flatMap((clause) => clause.parameters));
  return Int32Array.from(ids);
}

function columnOf(field: OrganizationFieldKey): string {
  return toSnake(organizationField(field).key);
}

/** Every word must occur somewhere in the group's searched fields, width and case aside. */
function searchClauses(search: string): Clause[] {
  return search
    .split(/[\s\u3000]+/)
    .map(matchKey)
    .filter((word) => word !== '')
    .map((word) => ({ sql: 'instr(search_text, ?) > 0', parameters: [word] }));
}

function conditionClause(condition: Condition): Clause {
  const column = columnOf(condition.field);
  switch (condition.operator) {
    case 'in':
      return inClause(condition, column);
    case 'contains':
      return { sql: `instr(lower(coalesce(${column}, '')), lower(?)) > 0`, parameters: [condition.values?.[0] ?? ''] };
    case 'range':
      return rangeClause(condition, column);
  }
}

function inClause({ field, values = [] }: Condition, column: string): Clause {
  const filled = values.filter((value) => value !== '');
  const blank = values.length === filled.length ? [] : [`${column} IS NULL`];
  if (organizationField(field).kind === 'activity-fields') {
    const parts = filled.map(() => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`);
    return {
      sql: `(${[...parts, ...(blank.length > 0 ? [`${column} = '[]'`] : []), '0'].join(' OR ')})`,
      parameters: filled,
    };
  }
  const marks = filled.map(() => '?').join(', ');
  return {
    sql: `(${[`CAST(${column} AS TEXT) IN (${marks})`, ...blank].join(' OR ')})`,
    parameters: filled.map((value) => flagText(field, value)),
  };
}

function rangeClause({ field, from, to }: Condition, column: string): Clause {
  const kind = organizationField(field).kind;
  const bound = (text: string): SqlValue => (kind === 'count' ? Number(text) : text);
  const clauses: Clause[] = [];
  if (from !== undefined && from !== '') clauses.push({ sql: `${column} >= ?`, parameters: [bound(from)] });
  // '2025' and '2025-04' mean the whole year or month: '~' sorts after every digit and hyphen.
  if (to !== undefined && to !== '')
    clauses.push({ sql: `${column} <= ?`, parameters: [kind === 'date' ? `${to}~` : bound(to)] });
  if (clauses.length === 0) return { sql: '1', parameters: [] };
  return {
    sql: clauses.map((clause) => clause.sql).join(' AND '),
    parameters: clauses.flatMap((clause) => clause.parameters),
  };
}

function flagText(field: OrganizationFieldKey, value: string): string {
  if (organizationField(field).kind !== 'public-flag') return value;
  return value === 'true' ? '1' : value === 'false' ? '0' : value;
}
