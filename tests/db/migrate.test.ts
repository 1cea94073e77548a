import Database from 'better-sqlite3';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { applicationId } from '#db/ledger-file.ts';
import { foundation } from '#db/migrations/0001-foundation.ts';
import { openLedger } from '#db/open.ts';
import { countStaleListRows } from '#db/organization-list.ts';
import { findInView } from '#db/queries/organization-find.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { tempFolder } from '../helpers/temp-ledger.ts';

/** A ledger as the first version left it, with two groups. */
function oldLedger(): string {
  const file = path.join(tempFolder(), '古い台帳.daicho');
  const connection = new Database(file);
  connection.pragma(`application_id = ${applicationId}`);
  connection.exec(foundation.sql);
  connection.exec(`INSERT INTO write_gate (open) VALUES (1);
    INSERT INTO organization (id, name, established) VALUES ('B', '先の会', '2025-04-01'), ('A', '後の会', NULL);
    INSERT INTO organization_list (organization_id, search_text, name_match_key, name, fields)
      VALUES ('B', '先の会', ':先の会', '先の会', '[]'), ('A', '後の会', ':後の会', '後の会', '[]');
    DELETE FROM write_gate;`);
  connection.pragma('user_version = 1');
  connection.close();
  return file;
}

test('a ledger of the first version gets its list and search text anew, after its backup was taken', () => {
  const file = oldLedger();
  const backups: string[] = [];
  const ledger = openLedger(file, {
    mode: 'write',
    actor: '試験',
    beforeMigration: ({ path: older }) => backups.push(older),
  });
  onTestFinished(() => ledger.close());
  const { connection } = ledger;
  expect(backups).toEqual([file]);
  expect(countStaleListRows(connection)).toBe(0);
  expect(connection.prepare('SELECT organization_id FROM organization_list ORDER BY id').pluck().all()).toEqual([
    'B',
    'A',
  ]);
  expect(connection.prepare('SELECT count(*) FROM write_gate').pluck().get()).toBe(0);
  expect(findInView(connection, selectOrganizationIds(connection, {}), 'R7.4.1')).toEqual([0]);
});
