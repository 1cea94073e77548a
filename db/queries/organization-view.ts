import type { OrganizationView } from '#shared/contract/organizations.ts';
import { organizationField } from '#shared/domain/organization/fields.ts';
import type { Connection } from '../connection.ts';
import { type Clause, holdsWords } from '../organization-search.ts';
import { toSnake } from '../table-columns.ts';
import { conditionClauses } from './organization-conditions.ts';

/**
 * The id vector of a sorted and filtered register: ids of organization_list in display order (4 bytes a group).
 * Sorting happens once here; any block is then read by its ids at the same small cost. Blanks sort last, both ways, as in Excel.
 */
export function selectOrganizationIds(connection: Connection, view: OrganizationView): Int32Array {
  const shown = shownBy(connection, view);
  const order = (view.sort ?? []).map(
    ({ field, descending }) => `${toSnake(organizationField(field).key)} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  const sql = [
    'SELECT id FROM organization_list',
    shown === null ? '' : `WHERE ${shown.sql}`,
    `ORDER BY ${[...order, ...(order.length === 0 ? ['reg_no ASC NULLS LAST'] : []), 'id'].join(', ')}`,
  ].join(' ');
  const ids = connection
    .prepare<unknown[], number>(sql)
    .pluck()
    .all(...(shown?.parameters ?? []));
  return Int32Array.from(ids);
}

/** Which rows of organization_list a view shows, whatever its sort; null when it shows all. */
export function shownBy(connection: Connection, view: OrganizationView): Clause | null {
  const words = holdsWords(view.search ?? '');
  const found = words.length === 0 ? [] : [allOf('SELECT id FROM organization_search', words)];
  const conditions = conditionClauses(connection, view.conditions ?? []);
  const [ids] =
    conditions.length === 0
      ? found
      : [
          allOf('SELECT id FROM organization_list', [
            ...found.map(({ sql, parameters }) => ({ sql: `id IN (${sql})`, parameters })),
            ...conditions,
          ]),
        ];
  // In a subquery, and with the +, rows are found once in the order of the file and the order comes from the sort column's
  // own index. Left to itself SQLite walks that index and fetches each wide row at a random place (four times slower).
  return ids === undefined ? null : { sql: `+id IN (${ids.sql})`, parameters: ids.parameters };
}

function allOf(select: string, clauses: readonly Clause[]): Clause {
  return {
    sql: `${select} WHERE ${clauses.map(({ sql }) => sql).join(' AND ')}`,
    parameters: clauses.flatMap(({ parameters }) => parameters),
  };
}
