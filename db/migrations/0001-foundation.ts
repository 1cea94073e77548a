import type { Migration } from './migration.ts';

/** Frozen: never edit a released migration; add the next one. */
const tables = `
CREATE TABLE organization (
  id TEXT NOT NULL PRIMARY KEY,
  reg_no TEXT,
  name TEXT NOT NULL CHECK (length(name) > 0),
  name_kana TEXT,
  org_type TEXT,
  corporate_number TEXT CHECK (corporate_number IS NULL OR length(corporate_number) = 13),
  postal TEXT,
  city TEXT,
  address TEXT,
  address_public INTEGER CHECK (address_public IN (0, 1)),
  url TEXT,
  established TEXT,
  established_raw TEXT,
  members INTEGER CHECK (members >= 0),
  members_citizen INTEGER CHECK (members_citizen >= 0),
  purpose TEXT,
  activity TEXT,
  area TEXT,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX organization_reg_no ON organization (reg_no) WHERE reg_no IS NOT NULL;

CREATE TABLE org_contact (
  id TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  role TEXT NOT NULL CHECK (role IN ('representative', 'responsible', 'office')),
  name TEXT,
  name_kana TEXT,
  name_public INTEGER CHECK (name_public IN (0, 1)),
  phone TEXT,
  phone_public INTEGER CHECK (phone_public IN (0, 1)),
  mobile TEXT,
  mobile_public INTEGER CHECK (mobile_public IN (0, 1)),
  fax TEXT,
  fax_public INTEGER CHECK (fax_public IN (0, 1)),
  email TEXT,
  email_public INTEGER CHECK (email_public IN (0, 1)),
  UNIQUE (organization_id, role)
) STRICT;

CREATE TABLE organization_field (
  id TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  rank INTEGER NOT NULL,
  code TEXT,
  label TEXT NOT NULL
) STRICT;
CREATE INDEX organization_field_organization ON organization_field (organization_id, rank);

CREATE TABLE registration (
  id TEXT NOT NULL PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  registered_on TEXT,
  registered_raw TEXT,
  valid_until TEXT,
  valid_until_raw TEXT,
  ended_on TEXT,
  ended_reason TEXT,
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX registration_current ON registration (organization_id) WHERE is_current = 1;
CREATE INDEX registration_organization ON registration (organization_id);

CREATE TABLE registration_number (
  id TEXT NOT NULL PRIMARY KEY,
  reg_no TEXT NOT NULL,
  organization_id TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL CHECK (length(title) > 0),
  title_key TEXT NOT NULL UNIQUE,
  short_title TEXT,
  edition INTEGER,
  issuer TEXT,
  plan_type TEXT,
  start_fiscal_year INTEGER,
  end_fiscal_year INTEGER,
  term_raw TEXT,
  predecessor_id TEXT REFERENCES plan (id),
  upper_plan_id TEXT REFERENCES plan (id),
  legend_raw TEXT,
  CHECK (end_fiscal_year >= start_fiscal_year)
) STRICT;

CREATE TABLE plan_level (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  depth INTEGER NOT NULL CHECK (depth >= 0),
  label TEXT NOT NULL,
  UNIQUE (plan_id, depth)
) STRICT;

CREATE TABLE plan_node (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  parent_id TEXT REFERENCES plan_node (id),
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'measure')),
  depth INTEGER NOT NULL CHECK (depth >= 0),
  sort_order INTEGER NOT NULL,
  number_raw TEXT NOT NULL,
  number_gap TEXT NOT NULL,
  number_key TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL
) STRICT;
CREATE INDEX plan_node_plan ON plan_node (plan_id, sort_order);
CREATE INDEX plan_node_parent ON plan_node (parent_id);

CREATE TABLE node_placement (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  parent_id TEXT NOT NULL REFERENCES plan_node (id),
  sort_order INTEGER NOT NULL,
  node_id TEXT NOT NULL REFERENCES plan_node (id),
  label_raw TEXT NOT NULL
) STRICT;
CREATE INDEX node_placement_plan ON node_placement (plan_id);
CREATE INDEX node_placement_node ON node_placement (node_id);

CREATE TABLE mark_set (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('status', 'disposition')),
  heading TEXT NOT NULL,
  UNIQUE (plan_id, kind)
) STRICT;

CREATE TABLE mark (
  id TEXT NOT NULL PRIMARY KEY,
  mark_set_id TEXT NOT NULL REFERENCES mark_set (id),
  sort_order INTEGER NOT NULL,
  glyph TEXT NOT NULL,
  label TEXT NOT NULL,
  variants TEXT NOT NULL CHECK (json_valid(variants)),
  UNIQUE (mark_set_id, glyph)
) STRICT;

CREATE TABLE verification_note (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id),
  text TEXT NOT NULL
) STRICT;

CREATE TABLE progress_record (
  id TEXT NOT NULL PRIMARY KEY,
  node_id TEXT NOT NULL REFERENCES plan_node (id),
  fiscal_year INTEGER NOT NULL,
  period TEXT NOT NULL,
  mark_id TEXT REFERENCES mark (id),
  mark_raw TEXT,
  disposition_id TEXT REFERENCES mark (id),
  disposition_raw TEXT,
  note_id TEXT REFERENCES verification_note (id),
  UNIQUE (node_id, fiscal_year, period),
  CHECK (mark_id IS NULL OR mark_raw IS NULL),
  CHECK (disposition_id IS NULL OR disposition_raw IS NULL)
) STRICT;
CREATE INDEX progress_record_note ON progress_record (note_id);

CREATE TABLE ledger_setting (
  id TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`;

const log = `
CREATE TABLE change_set (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  origin TEXT CHECK (origin IS NULL OR json_valid(origin)),
  reverts_id TEXT REFERENCES change_set (id),
  group_key TEXT,
  change_count INTEGER NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX change_set_reverts ON change_set (reverts_id);

CREATE TABLE change (
  change_set_id TEXT NOT NULL REFERENCES change_set (id) DEFERRABLE INITIALLY DEFERRED,
  seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  record_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before_json TEXT,
  after_json TEXT,
  PRIMARY KEY (change_set_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row ON change (row_id);
CREATE INDEX change_record ON change (record_id);

CREATE TABLE write_gate (open INTEGER NOT NULL) STRICT;
`;

const list = `
CREATE TABLE organization_list (
  organization_id TEXT NOT NULL UNIQUE REFERENCES organization (id),
  search_text TEXT NOT NULL,
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

const dataTables = [
  'organization',
  'org_contact',
  'organization_field',
  'registration',
  'registration_number',
  'plan',
  'plan_level',
  'plan_node',
  'node_placement',
  'mark_set',
  'mark',
  'verification_note',
  'progress_record',
  'ledger_setting',
  'organization_list',
];

function gate(table: string, op: string): string {
  return `CREATE TRIGGER ${table}_${op.toLowerCase()}_gate BEFORE ${op} ON ${table} WHEN NOT EXISTS (SELECT 1 FROM write_gate)
    BEGIN SELECT RAISE(ABORT, 'not in a recorded write'); END;`;
}

function appendOnly(table: string): string {
  return ['UPDATE', 'DELETE']
    .map(
      (op) =>
        `CREATE TRIGGER ${table}_no_${op.toLowerCase()} BEFORE ${op} ON ${table} BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;`,
    )
    .join('\n');
}

export const foundation: Migration = {
  version: 1,
  slug: '0001-foundation',
  sql: [
    tables,
    log,
    list,
    ...listIndexes.map((column) => `CREATE INDEX organization_list_${column} ON organization_list (${column});`),
    ...dataTables.flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((op) => gate(table, op))),
    gate('change_set', 'INSERT'),
    gate('change', 'INSERT'),
    appendOnly('change_set'),
    appendOnly('change'),
  ].join('\n'),
};
