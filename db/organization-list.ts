import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { Connection } from './open.ts';
import type { SqlValue } from './reader.ts';
import { toSnake } from './table-columns.ts';

/**
 * organization_list is one flat row per group: what every list, filter and export of the register reads.
 * It is derived, so it is not in the change log; WriteTx brings it up to date inside each transaction that touched a group.
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

const columns = [
  'organization_id',
  'search_text',
  'name_match_key',
  ...organizationFields.map((field) => toSnake(field.key)),
];
const upsert = `INSERT INTO organization_list (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT (organization_id) DO UPDATE SET ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

/** Fields that the quick search looks into. */
const searched: readonly OrganizationFieldKey[] = [
  'regNo',
  'name',
  'nameKana',
  'repName',
  'contactName',
  'city',
  'address',
  'phone',
  'email',
  'fields',
  'note',
];

/** Whether search_text holds the match key of this field. */
export function isSearched(field: OrganizationFieldKey): boolean {
  return searched.includes(field);
}

const placeOf = new Map<OrganizationFieldKey, number>(organizationFields.map((field, place) => [field.key, place]));
const searchedPlaces = searched.map((key) => placeOf.get(key) ?? 0);
const namePlace = placeOf.get('name') ?? 0;

/** Brings the list rows of these groups up to date; a group that was removed has lost its row already. */
export function refreshOrganizationList(connection: Connection, organizationIds: ReadonlySet<string>): void {
  if (organizationIds.size === 0) return;
  const derive = listRowOf(connection);
  const save = connection.prepare<unknown[]>(upsert);
  for (const id of organizationIds) {
    const row = derive(id);
    if (row !== null) save.run(...row);
  }
}

/** Number of list rows that are missing, left over, or not what the group's own rows give. Reads everything; changes nothing. */
export function countStaleListRows(connection: Connection): number {
  const derive = listRowOf(connection);
  const stored = connection.prepare<[], SqlValue[]>(`SELECT ${columns.join(', ')} FROM organization_list`).raw(true);
  let sound = 0;
  let stale = 0;
  for (const row of stored.iterate()) {
    const derived = derive(String(row[0]));
    if (derived?.every((value, place) => value === row[place]) === true) sound += 1;
    else stale += 1;
  }
  const groups = Number(connection.prepare('SELECT count(*) FROM organization').pluck().get());
  return stale + Math.max(0, groups - sound - stale);
}

/** What the list row of a group has to be, in the order of `columns`; null when there is no such group. */
function listRowOf(connection: Connection): (id: string) => SqlValue[] | null {
  // Arrays, not objects: naming 34 columns made each reading ten times slower.
  const read = connection.prepare<[string], SqlValue[]>(source).raw(true);
  return (id) => {
    const row = read.get(id);
    if (row === undefined) return null;
    const searchText = matchKey(searchedPlaces.map((place) => row[place] ?? '').join('|')); // a mark that no word of a search spans
    return [id, searchText, organizationNameKey(String(row[namePlace])), ...row];
  };
}
