import { gates } from './gate.ts';
import type { Migration } from './migration.ts';

/**
 * Frozen: never edit a released migration; add the next one.
 * The search text of a group goes into a table of its own and covers all fields: looking through it no longer reads the wide
 * rows of the list. The list's id is a declared key now, so that both stay together when the file is copied by VACUUM.
 */
const list = `
DROP TABLE organization_list;
CREATE TABLE organization_list (
  id INTEGER NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL UNIQUE REFERENCES organization (id),
  name_match_key TEXT NOT NULL,
  reg_no TEXT, name TEXT, name_kana TEXT, org_type TEXT, fields TEXT, city TEXT,
  phone TEXT, phone_public INTEGER, members INTEGER, members_citizen INTEGER,
  established TEXT, registered TEXT, valid_until TEXT,
  rep_name TEXT, rep_kana TEXT, rep_name_public INTEGER,
  contact_name TEXT, contact_kana TEXT, contact_name_public INTEGER,
  postal TEXT, address TEXT, address_public INTEGER,
  mobile TEXT, mobile_public INTEGER, fax TEXT, fax_public INTEGER, email TEXT, email_public INTEGER,
  url TEXT, corporate_number TEXT, purpose TEXT, activity TEXT, area TEXT, note TEXT
) STRICT;

CREATE TABLE organization_search (
  id INTEGER NOT NULL PRIMARY KEY REFERENCES organization_list (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
`;

const listIndexes = [
  'reg_no',
  'name',
  'name_kana',
  'org_type',
  'city',
  'phone',
  'members',
  'established',
  'registered',
  'valid_until',
  'name_match_key',
];

export const searchText: Migration = {
  version: 2,
  slug: '0002-search-text',
  sql: [
    list,
    ...listIndexes.map((column) => `CREATE INDEX organization_list_${column} ON organization_list (${column});`),
    gates('organization_list'),
    gates('organization_search'),
  ].join('\n'),
  emptiesOrganizationList: true,
};
