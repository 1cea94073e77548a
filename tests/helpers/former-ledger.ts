import { migrate } from '#db/migrate.ts';
import { type MigrationTx, recordByNames } from '#db/migration-tx.ts';
import type { Migration } from '#db/migrations/migration.ts';
import { migrations } from '#db/migrations/index.ts';
import type { Ledger } from '#db/open.ts';
import type { Retired } from '#db/retired.ts';
import { tempLedger, testNow } from './temp-ledger.ts';

/**
 * A ledger in the form of a former version that never was: `region` is a column that was renamed, `slogan` one that was dropped,
 * `setting` a table that was renamed, `award` one that was dropped with its data moved, and saved views had no definition.
 */
const formerForm = `
  ALTER TABLE organization RENAME COLUMN area TO region;
  ALTER TABLE organization ADD COLUMN slogan TEXT;
  ALTER TABLE ledger_setting RENAME TO setting;
  ALTER TABLE saved_view DROP COLUMN definition;
  CREATE TABLE award (id TEXT NOT NULL PRIMARY KEY, organization_id TEXT NOT NULL, title TEXT NOT NULL) STRICT;`;

/** The step from that version to the one of the program: what it moves is recorded. */
const pretended: Migration = {
  version: migrations.length + 1,
  slug: 'pretended',
  sql: `
    ALTER TABLE organization RENAME COLUMN region TO area;
    ALTER TABLE organization DROP COLUMN slogan;
    ALTER TABLE setting RENAME TO ledger_setting;
    ALTER TABLE saved_view ADD COLUMN definition TEXT NOT NULL DEFAULT '{}';`,
  moves: {
    what: '表彰を備考へ',
    work: (tx) => {
      for (const { id, organization_id: organization, title } of tx.all('SELECT * FROM award ORDER BY id')) {
        const group = { table: 'organization', id: String(organization), recordId: String(organization) };
        tx.update(group, { note: String(title) });
        tx.remove({ table: 'award', id: String(id), recordId: group.id });
      }
    },
    sqlAfter: 'DROP TABLE award',
  },
  emptiesOrganizationList: true,
};

const past: Retired = {
  tables: {
    setting: { now: 'ledgerSetting' },
    award: { what: '表彰', columns: { title: '表彰の名前' }, records: 'organization' },
  },
  columns: { organization: { region: { now: 'area' }, slogan: { label: '合言葉' } } },
  fills: { savedView: { definition: '{}' } },
};

export type FormerLedger = {
  readonly ledger: Ledger;
  /** What the former program did, in its names; the id of the change set. */
  readonly record: (label: string, work: (tx: MigrationTx) => void) => string;
};

export function formerLedger(): FormerLedger {
  const ledger = { ...tempLedger(), retired: past };
  ledger.connection.exec(formerForm);
  const newest = ledger.connection.prepare<[], string>('SELECT id FROM change_set ORDER BY seq DESC').pluck();
  return {
    ledger,
    record: (label, work) => {
      ledger.connection.transaction(() => {
        recordByNames(ledger.connection, { command: 'test', label, actor: '前の人', now: testNow() }, work);
      })();
      return newest.get() ?? '';
    },
  };
}

/** Opens it with the program of now, but for its version number, which is none of the program's. */
export function bringUpToDate({ connection }: Ledger): void {
  migrate(connection, { actor: '山本', now: testNow() }, [...migrations, pretended]);
}
