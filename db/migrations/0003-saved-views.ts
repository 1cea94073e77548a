import { gates } from './gate.ts';
import type { Migration } from './migration.ts';

/** Frozen: never edit a released migration; add the next one. Named looks at a sheet move with the ledger. */
const table = `
CREATE TABLE saved_view (
  id TEXT NOT NULL PRIMARY KEY,
  sheet TEXT NOT NULL CHECK (length(sheet) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  definition TEXT NOT NULL,
  UNIQUE (sheet, name)
) STRICT;
`;

export const savedViews: Migration = {
  version: 3,
  slug: '0003-saved-views',
  sql: [table, gates('saved_view')].join('\n'),
};
