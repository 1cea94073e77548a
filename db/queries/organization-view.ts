import type { OrganizationView } from '#shared/contract/organizations.ts';
import { organizationField, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { Connection } from '../open.ts';
import { isSearched } from '../organization-list.ts';
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
  if (where.some(({ sql }) => sql.includes('match_key(')))
    connection.function('match_key', { deterministic: true, directOnly: true }, (text) => matchKey(String(text ?? '')));
  const order = (view.sort ?? []).map(
    ({ field, descending }) => `${columnOf(field)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  const sql = [
    'SELECT rowid FROM organization_list',
    // In a subquery, and with the +, rows are found once in the order of the file and the order comes from the sort column's
    // own index. Left to itself SQLite walks that index and fetches each wide row at a random place (four times slower).
    where.length === 0
      ? ''
      : `WHERE +rowid IN (SELECT rowid FROM organization_list WHERE ${where.map((clause) => clause.sql).join(' AND ')})`,
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
      return containsClause(condition, column);
    case 'range':
      return rangeClause(condition, column);
  }
}

/** Values are compared in the column's own type, so that its index serves. */
function inClause({ field, values = [] }: Condition, column: string): Clause {
  const filled = values.filter((value) => value !== '');
  const wantsBlank = filled.length < values.length;
  if (organizationField(field).kind === 'activity-fields') {
    const parts = filled.map(() => `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`);
    return { sql: anyOf([...parts, ...(wantsBlank ? [`${column} = '[]'`] : [])]), parameters: filled };
  }
  const listed = `${column} IN (${filled.map(() => '?').join(', ')})`;
  return {
    sql: anyOf([...(filled.length > 0 ? [listed] : []), ...(wantsBlank ? [`${column} IS NULL`] : [])]),
    parameters: filled.map((value) => comparable(field, value)),
  };
}

function anyOf(parts: readonly string[]): string {
  return parts.length === 0 ? '0' : `(${parts.join(' OR ')})`;
}

/** Width, case and spaces aside. What the search text holds is looked for there first: it is folded already. */
function containsClause({ field, values = [] }: Condition, column: string): Clause {
  const part = matchKey(values[0] ?? '');
  if (part === '') return { sql: '1', parameters: [] };
  const folded = `instr(match_key(${column}), ?) > 0`;
  return isSearched(field)
    ? { sql: `instr(search_text, ?) > 0 AND ${folded}`, parameters: [part, part] }
    : { sql: `${column} IS NOT NULL AND ${folded}`, parameters: [part] };
}

function rangeClause({ field, from = '', to = '' }: Condition, column: string): Clause {
  // '2025' and '2025-04' mean the whole year or month: '~' sorts after every digit and hyphen.
  const last = organizationField(field).kind === 'date' ? `${to}~` : comparable(field, to);
  const clauses: Clause[] = [
    ...(from === '' ? [] : [{ sql: `${column} >= ?`, parameters: [comparable(field, from)] }]),
    ...(to === '' ? [] : [{ sql: `${column} <= ?`, parameters: [last] }]),
  ];
  if (clauses.length === 0) return { sql: '1', parameters: [] };
  return {
    sql: clauses.map((clause) => clause.sql).join(' AND '),
    parameters: clauses.flatMap((clause) => clause.parameters),
  };
}

/** A filter's text as the column stores it: counts and flags are numbers. */
function comparable(field: OrganizationFieldKey, text: string): SqlValue {
  const { kind } = organizationField(field);
  if (kind === 'count') return Number(text);
  if (kind === 'public-flag' && text === 'true') return 1;
  if (kind === 'public-flag' && text === 'false') return 0;
  return text;
}
