import type { OrganizationView } from '#shared/contract/organizations.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { cellKeys } from '#shared/domain/organization/cell-words.ts';
import { organizationField, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import {
  type Edges,
  holdsKey,
  type LookedFor,
  lookedFor,
  lookedForIn,
} from '#shared/domain/organization/looked-for.ts';
import { foldWidth } from '#shared/domain/text.ts';
import type { Connection } from '../connection.ts';
import { type Clause, listValue, mayHold } from '../organization-search.ts';
import type { SqlValue } from '../reader.ts';
import { toSnake } from '../table-columns.ts';

type Condition = NonNullable<OrganizationView['conditions']>[number];
type TextOperator = 'contains' | 'starts-with' | 'ends-with' | 'equals';
type CellTest = (value: SqlValue) => boolean;
/** Tests of this view's cells by their place, for SQL to call. */
type Tests = CellTest[];

const everything: Clause = { sql: '1', parameters: [] };
const nothingAtAll: Clause = { sql: '0', parameters: [] };

const edgesOf: Readonly<Record<TextOperator, Edges>> = {
  contains: { begins: false, ends: false },
  'starts-with': { begins: true, ends: false },
  'ends-with': { begins: false, ends: true },
  equals: { begins: true, ends: true },
};

/** What groups of organization_list have to be; the connection then knows the function that the clauses call. */
export function conditionClauses(connection: Connection, conditions: readonly Condition[]): Clause[] {
  const tests: Tests = [];
  const clauses = conditions.map((condition) => conditionClause(condition, tests));
  if (tests.length > 0) {
    const matches = (place: unknown, value: unknown): number =>
      tests[Number(place)]?.(value as SqlValue) === true ? 1 : 0; // boundary: SQLite calls it with a column of the list
    connection.function('cell_matches', { deterministic: true, directOnly: true }, matches);
  }
  return clauses;
}

function conditionClause(condition: Condition, tests: Tests): Clause {
  const { field, operator, values = [] } = condition;
  const text = values[0] ?? '';
  switch (operator) {
    case 'in':
      return listed(field, values);
    case 'not-in':
      return not(listed(field, values));
    case 'contains':
    case 'starts-with':
    case 'ends-with':
      return textCondition({ field, operator, text }, tests) ?? everything;
    case 'not-contains': {
      const clause = textCondition({ field, operator: 'contains', text }, tests);
      return clause === null ? everything : not(clause);
    }
    case 'equals':
      return textCondition({ field, operator, text }, tests) ?? blank(field);
    case 'not-equals':
      return not(textCondition({ field, operator: 'equals', text }, tests) ?? blank(field));
    case 'range':
      return range(condition);
    case 'blank':
      return blank(field);
    case 'filled':
      return not(blank(field));
  }
}

/** Every clause below is true or false, never null, so that its opposite can be asked for. */
function not({ sql, parameters }: Clause): Clause {
  return { sql: `NOT (${sql})`, parameters };
}

function columnOf(field: OrganizationFieldKey): string {
  return toSnake(organizationField(field).key);
}

function blank(field: OrganizationFieldKey): Clause {
  const column = columnOf(field);
  return isMultiple(field) ? { sql: `${column} = '[]'`, parameters: [] } : { sql: `${column} IS NULL`, parameters: [] };
}

function isMultiple(field: OrganizationFieldKey): boolean {
  return organizationField(field).kind === 'activity-fields';
}

/** Values are compared in the column's own type, so that its index serves; any number of them is one parameter. */
function listed(field: OrganizationFieldKey, values: readonly string[]): Clause {
  const column = columnOf(field);
  const filled = values.filter((value) => value !== '').map((value) => comparable(field, value));
  const wanted = JSON.stringify(filled.filter((value) => value !== null));
  const among = '(SELECT value FROM json_each(?))';
  const filledClause: Clause = isMultiple(field)
    ? { sql: `EXISTS (SELECT 1 FROM json_each(${column}) WHERE value IN ${among})`, parameters: [wanted] }
    : { sql: `(${column} IS NOT NULL AND ${column} IN ${among})`, parameters: [wanted] };
  if (filled.length === values.length) return filled.length === 0 ? nothingAtAll : filledClause;
  if (filled.length === 0) return blank(field);
  return { sql: `(${filledClause.sql} OR ${blank(field).sql})`, parameters: filledClause.parameters };
}

/** Width, case and spaces aside. The group's search text is asked first: most groups are out before their cell is read. */
function textCondition(
  { field, operator, text }: { field: OrganizationFieldKey; operator: TextOperator; text: string },
  tests: Tests,
): Clause | null {
  const asked = lookedFor(text);
  if (asked === null) return null;
  const word = lookedForIn(organizationField(field).kind, asked);
  const edges = edgesOf[operator];
  tests.push(cellTest(field, word, edges));
  const { sql, parameters } = mayHold(word, edges);
  return {
    sql: `(id IN (SELECT id FROM organization_search WHERE ${sql}) AND cell_matches(${tests.length - 1}, ${columnOf(field)}))`,
    parameters,
  };
}

function cellTest(field: OrganizationFieldKey, word: LookedFor, edges: Edges): CellTest {
  const { kind } = organizationField(field);
  return (value) => cellKeys(kind, listValue(kind, value)).some((key) => holdsKey(key, word, edges));
}

/** '2025' and '2025-04' mean the whole year or month: '~' sorts after every digit and hyphen. */
function range({ field, from = '', to = '' }: Condition): Clause {
  const column = columnOf(field);
  const isDate = organizationField(field).kind === 'date';
  const bounds: Clause[] = [];
  if (from.trim() !== '') bounds.push({ sql: `${column} >= ?`, parameters: [bound(field, from)] });
  if (to.trim() !== '')
    bounds.push({ sql: `${column} <= ?`, parameters: [isDate ? `${bound(field, to)}~` : bound(field, to)] });
  if (bounds.length === 0) return everything;
  if (bounds.some(({ parameters }) => parameters[0] === null)) return nothingAtAll;
  return {
    sql: `(${column} IS NOT NULL AND ${bounds.map(({ sql }) => sql).join(' AND ')})`,
    parameters: bounds.flatMap(({ parameters }) => parameters),
  };
}

function bound(field: OrganizationFieldKey, text: string): SqlValue {
  return organizationField(field).kind === 'date' ? (parseDate(text)?.iso ?? text) : comparable(field, text);
}

/** A filter's text as the column stores it: counts and flags are numbers; null when it is none of the column's values. */
function comparable(field: OrganizationFieldKey, text: string): SqlValue {
  const { kind } = organizationField(field);
  if (kind === 'count') {
    const number = Number(foldWidth(text));
    return Number.isFinite(number) ? number : null;
  }
  if (kind === 'public-flag') return text === 'true' ? 1 : text === 'false' ? 0 : null;
  return text;
}
