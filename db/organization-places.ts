import { isOrganizationFieldKey, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import type { ContactRole, OrganizationTable, OrgContactTable, RegistrationTable } from './tables.ts';

type Place =
  | { readonly table: 'organization'; readonly column: keyof OrganizationTable; readonly raw?: keyof OrganizationTable }
  | {
      readonly table: 'registration';
      readonly column: keyof RegistrationTable;
      readonly raw: keyof RegistrationTable;
    }
  | { readonly table: 'orgContact'; readonly role: ContactRole; readonly column: keyof OrgContactTable }
  | { readonly table: 'organizationField' };

/** Where each field of a group is stored: the one place that knows. */
export const organizationPlaces: Readonly<Record<OrganizationFieldKey, Place>> = {
  regNo: { table: 'organization', column: 'regNo' },
  name: { table: 'organization', column: 'name' },
  nameKana: { table: 'organization', column: 'nameKana' },
  orgType: { table: 'organization', column: 'orgType' },
  fields: { table: 'organizationField' },
  city: { table: 'organization', column: 'city' },
  phone: { table: 'orgContact', role: 'office', column: 'phone' },
  phonePublic: { table: 'orgContact', role: 'office', column: 'phonePublic' },
  members: { table: 'organization', column: 'members' },
  membersCitizen: { table: 'organization', column: 'membersCitizen' },
  established: { table: 'organization', column: 'established', raw: 'establishedRaw' },
  registered: { table: 'registration', column: 'registeredOn', raw: 'registeredRaw' },
  validUntil: { table: 'registration', column: 'validUntil', raw: 'validUntilRaw' },
  repName: { table: 'orgContact', role: 'representative', column: 'name' },
  repKana: { table: 'orgContact', role: 'representative', column: 'nameKana' },
  repNamePublic: { table: 'orgContact', role: 'representative', column: 'namePublic' },
  contactName: { table: 'orgContact', role: 'responsible', column: 'name' },
  contactKana: { table: 'orgContact', role: 'responsible', column: 'nameKana' },
  contactNamePublic: { table: 'orgContact', role: 'responsible', column: 'namePublic' },
  postal: { table: 'organization', column: 'postal' },
  address: { table: 'organization', column: 'address' },
  addressPublic: { table: 'organization', column: 'addressPublic' },
  mobile: { table: 'orgContact', role: 'office', column: 'mobile' },
  mobilePublic: { table: 'orgContact', role: 'office', column: 'mobilePublic' },
  fax: { table: 'orgContact', role: 'office', column: 'fax' },
  faxPublic: { table: 'orgContact', role: 'office', column: 'faxPublic' },
  email: { table: 'orgContact', role: 'office', column: 'email' },
  emailPublic: { table: 'orgContact', role: 'office', column: 'emailPublic' },
  url: { table: 'organization', column: 'url' },
  corporateNumber: { table: 'organization', column: 'corporateNumber' },
  purpose: { table: 'organization', column: 'purpose' },
  activity: { table: 'organization', column: 'activity' },
  area: { table: 'organization', column: 'area' },
  note: { table: 'organization', column: 'note' },
};

function placeKey(table: string, column: string, role = ''): string {
  return [table, column, role].join(' ');
}

const fieldsByPlace: ReadonlyMap<string, OrganizationFieldKey> = new Map(
  Object.entries(organizationPlaces).flatMap(([key, place]) => {
    if (!isOrganizationFieldKey(key)) return [];
    if (place.table === 'organizationField') return [[placeKey(place.table, 'label'), key]];
    return [[placeKey(place.table, place.column, place.table === 'orgContact' ? place.role : ''), key]];
  }),
);

/** The field that a column of a group's rows holds, of a contact by whose it is; null when no field does. */
export function organizationFieldAt(table: string, column: string, role?: ContactRole): OrganizationFieldKey | null {
  return fieldsByPlace.get(placeKey(table, column, role)) ?? null;
}
