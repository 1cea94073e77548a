import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import type { Connection } from './connection.ts';
import { searchTextOf } from './organization-search.ts';
import type { SqlValue } from './reader.ts';
import type { ListPatch, TouchedOrganizations } from './touched-organizations.ts';
import { toSnake } from './table-columns.ts';

/**
 * organization_list is one flat row per group: what every list, filter and export of the register reads; organization_search
 * holds the words of all its fields. Both are derived, so they are not in the change log; WriteTx brings them up to date inside
 * each transaction that touched a group.
 */
const expressions: Readonly<Record<OrganizationFieldKey, string>> = {
  regNo: 'o.reg_no',
  name: 'o.name',
  nameKana: 'o.name_kana',
  orgType: 'o.org_type',
  fields:
    '(SELECT json_group_array(f.label) FROM (SELECT label FROM organization_field WHERE organization_id = o.id ORDER BY rank) f)',
  city: 'o.city',
  phone: 'c.phone',
  phonePublic: 'c.phone_public',
  members: 'o.members',
  membersCitizen: 'o.members_citizen',
  established: 'o.established',
  registered: 'r.registered_on',
  validUntil: 'r.valid_until',
  repName: 'p.name',
  repKana: 'p.name_kana',
  repNamePublic: 'p.name_public',
  contactName: 's.name',
  contactKana: 's.name_kana',
  contactNamePublic: 's.name_public',
  postal: 'o.postal',
  address: 'o.address',
  addressPublic: 'o.address_public',
  mobile: 'c.mobile',
  mobilePublic: 'c.mobile_public',
  fax: 'c.fax',
  faxPublic: 'c.fax_public',
  email: 'c.email',
  emailPublic: 'c.email_public',
  url: 'o.url',
  corporateNumber: 'o.corporate_number',
  purpose: 'o.purpose',
  activity: 'o.activity',
  area: 'o.area',
  note: 'o.note',
};

/** One row in the order of organizationFields. */
const source = `
SELECT ${organizationFields.map((field) => expressions[field.key]).join(', ')}
FROM organization o
LEFT JOIN org_contact p ON p.organization_id = o.id AND p.role = 'representative'
LEFT JOIN org_contact s ON s.organization_id = o.id AND s.role = 'responsible'
LEFT JOIN org_contact c ON c.organization_id = o.id AND c.role = 'office'
LEFT JOIN registration r ON r.organization_id = o.id AND r.is_current = 1
WHERE o.id = ?`;

const fieldColumns = organizationFields.map((field) => toSnake(field.key));
const namePlace = organizationFields.findIndex((field) => field.key === 'name');
const insertRow = `INSERT INTO organization_list (organization_id, name_match_key, ${fieldColumns.join(', ')})
  VALUES (?, ?, ${fieldColumns.map(() => '?').join(', ')})`;
const insertText = 'INSERT INTO organization_search (id, text) VALUES (?, ?)';
const updateText = 'UPDATE organization_search SET text = ? WHERE id = ?';
const selectRow = `SELECT id, ${fieldColumns.join(', ')} FROM organization_list WHERE organization_id = ?`;

/**
 * Brings the list rows of these groups up to date. Once all is written, not group by group: reading each group back in between
 * would push the pages of the change log out of the small cache again and again.
 */
export function refreshOrganizationList(connection: Connection, touched: TouchedOrganizations): void {
  if (touched.size === 0) return;
  const refresh = rowRefresher(connection);
  for (const [id, patch] of touched) refresh(id, patch);
}

const placeOfSource = new Map(organizationFields.map((field, place) => [expressions[field.key], place]));

/** Place in organizationFields of the column that shows 'o.reg_no', 'c.phone' …. */
export function listPlaceOf(source: string): number | undefined {
  return placeOfSource.get(source);
}

/** Fills the empty list with every group, in the order they were added. */
export function deriveOrganizationList(connection: Connection): void {
  const refresh = rowRefresher(connection);
  const ids = connection.prepare<[], string>('SELECT id FROM organization ORDER BY rowid').pluck().all();
  for (const id of ids) refresh(id, null);
}

/** Brings the row of one group up to date, by its patch or derived anew; a group that was removed has lost its row already. */
function rowRefresher(connection: Connection): (id: string, patch: ListPatch | null) => void {
  const derive = derivedRows(connection);
  const stored = connection.prepare<[string], SqlValue[]>(selectRow).raw(true);
  const add = rowAdder(connection);
  const change = rowChanger(connection);
  return (id, patch) => {
    if (patch?.size === 0) return;
    const [listId, ...before] = stored.get(id) ?? [];
    const patched =
      patch === null || listId === undefined
        ? undefined
        : before.map((value, place) => (patch.has(place) ? (patch.get(place) ?? null) : value));
    const row = patched ?? derive(id);
    if (row === undefined) return;
    if (listId === undefined) add(id, row);
    else change(Number(listId), before, row);
  };
}

function rowAdder(connection: Connection): (id: string, row: readonly SqlValue[]) => void {
  const addRow = connection.prepare<unknown[]>(insertRow);
  const addText = connection.prepare<unknown[]>(insertText);
  return (id, row) => {
    const { lastInsertRowid } = addRow.run(id, organizationNameKey(String(row[namePlace])), ...row);
    addText.run(lastInsertRowid, searchTextOf(row));
  };
}

/** Only columns that differ are written: naming a column brings its index up to date even if the value stays. */
function rowChanger(
  connection: Connection,
): (listId: number, before: readonly SqlValue[], after: readonly SqlValue[]) => void {
  const statements = new Map<string, ReturnType<typeof updateOf>>();
  const changeText = connection.prepare<unknown[]>(updateText);
  return (listId, before, after) => {
    const places = after.flatMap((value, place) => (value === before[place] ? [] : [place]));
    if (places.length === 0) return;
    const key = places.join();
    const update = statements.get(key) ?? updateOf(connection, places);
    statements.set(key, update);
    const values = places.map((place) => after[place] ?? null);
    if (places.includes(namePlace)) values.push(organizationNameKey(String(after[namePlace])));
    update.run(...values, listId);
    changeText.run(searchTextOf(after), listId);
  };
}

function updateOf(connection: Connection, places: readonly number[]) {
  const columns = places.map((place) => String(fieldColumns[place]));
  if (places.includes(namePlace)) columns.push('name_match_key');
  const sets = columns.map((column) => `${column} = ?`).join(', ');
  return connection.prepare<unknown[]>(`UPDATE organization_list SET ${sets} WHERE id = ?`);
}

/** Number of list rows that are missing, left over, or not what the group's own rows give. Reads everything; changes nothing. */
export function countStaleListRows(connection: Connection): number {
  const derive = derivedRows(connection);
  const stored = connection
    .prepare<[], SqlValue[]>(
      `SELECT organization_id, s.text, name_match_key, ${fieldColumns.join(', ')}
       FROM organization_list l LEFT JOIN organization_search s ON s.id = l.id`,
    )
    .raw(true);
  let sound = 0;
  let stale = 0;
  for (const [id, text, nameKey, ...row] of stored.iterate()) {
    const derived = derive(String(id));
    const isSame =
      derived?.every((value, place) => value === row[place]) === true &&
      nameKey === organizationNameKey(String(derived[namePlace])) &&
      text === searchTextOf(derived);
    if (isSame) sound += 1;
    else stale += 1;
  }
  const groups = Number(connection.prepare('SELECT count(*) FROM organization').pluck().get());
  return stale + Math.max(0, groups - sound - stale);
}

/** What the fields of a group are, in the order of organizationFields; undefined when there is no such group. */
function derivedRows(connection: Connection): (id: string) => SqlValue[] | undefined {
  // Arrays, not objects: naming 34 columns made each reading ten times slower.
  const read = connection.prepare<[string], SqlValue[]>(source).raw(true);
  return (id) => read.get(id);
}
