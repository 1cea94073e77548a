import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { Connection } from './open.ts';
import { toSnake } from './table-columns.ts';

/**
 * organization_list is one flat row per group: what every list, filter and export of the register reads.
 * It is derived, so it is not in the change log; WriteTx brings it up to date inside each transaction that touched a group.
 */
const source = `
SELECT o.reg_no AS regNo, o.name, o.name_kana AS nameKana, o.org_type AS orgType,
  (SELECT json_group_array(f.label) FROM (SELECT label FROM organization_field WHERE organization_id = o.id ORDER BY rank) f) AS fields,
  o.city, c.phone, c.phone_public AS phonePublic, o.members, o.members_citizen AS membersCitizen, o.established,
  r.registered_on AS registered, r.valid_until AS validUntil,
  p.name AS repName, p.name_kana AS repKana, p.name_public AS repNamePublic,
  s.name AS contactName, s.name_kana AS contactKana, s.name_public AS contactNamePublic,
  o.postal, o.address, o.address_public AS addressPublic, c.mobile, c.mobile_public AS mobilePublic, c.fax, c.fax_public AS faxPublic,
  c.email, c.email_public AS emailPublic, o.url, o.corporate_number AS corporateNumber, o.purpose, o.activity, o.area, o.note
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

export function refreshOrganizationList(connection: Connection, organizationIds: ReadonlySet<string>): void {
  if (organizationIds.size === 0) return;
  const read = connection.prepare<[string], Record<string, string | number | null>>(source);
  const save = connection.prepare<unknown[]>(upsert);
  for (const id of organizationIds) {
    const row = read.get(id);
    if (row === undefined) continue; // removed in this transaction, its list row with it
    const searchText = matchKey(searched.map((key) => row[key] ?? '').join('|')); // a mark that no word of a search spans
    save.run(
      id,
      searchText,
      organizationNameKey(String(row['name'])),
      ...organizationFields.map((field) => row[field.key] ?? null),
    );
  }
}
