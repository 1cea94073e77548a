import { lookedFor } from '#shared/domain/organization/looked-for.ts';
import type { Connection } from '../connection.ts';
import { type Clause, holdsDate, holdsText } from '../organization-search.ts';
import { idsHolding } from '../search-texts.ts';

/** Places in an id vector, ascending, of the groups one of whose cells holds `text`, width and case aside; dates in any spelling. */
export function findInView(connection: Connection, ids: Int32Array, text: string): number[] {
  const found = idsWith(connection, text);
  const holding = new Uint8Array(found.reduce((largest, id) => Math.max(largest, id), 0) + 1);
  for (const id of found) holding[id] = 1;
  const places: number[] = [];
  ids.forEach((id, place) => {
    if (holding[id] === 1) places.push(place);
  });
  return places;
}

function idsWith(connection: Connection, text: string): readonly number[] {
  const word = lookedFor(text);
  if (word === null) return [];
  const held = idsHolding(connection, word.key);
  if (held === null) return idsWhere(connection, holdsText(text));
  return [...held, ...idsWhere(connection, holdsDate(word))];
}

function idsWhere(connection: Connection, clause: Clause | null): readonly number[] {
  if (clause === null) return [];
  return connection
    .prepare<unknown[], number>(`SELECT id FROM organization_search WHERE ${clause.sql}`)
    .pluck()
    .all(...clause.parameters);
}

/** Where a group stands in an id vector; null when it is not in it, or is no more. */
export function placeInView(connection: Connection, ids: Int32Array, organizationId: string): number | null {
  const id: unknown = connection
    .prepare<[string]>('SELECT id FROM organization_list WHERE organization_id = ?')
    .pluck()
    .get(organizationId);
  const place = typeof id === 'number' ? ids.indexOf(id) : -1;
  return place === -1 ? null : place;
}
