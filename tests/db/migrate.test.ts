import { expect, onTestFinished, test } from 'vitest';
import { openLedger } from '#db/open.ts';
import { countStaleListRows } from '#db/organization-list.ts';
import { findInView } from '#db/queries/organization-find.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { oldLedger } from '../helpers/old-ledger.ts';
import { tempFolder } from '../helpers/temp-ledger.ts';

test('a ledger of the first version gets its list and search text anew, after its backup was taken', () => {
  const file = oldLedger(tempFolder());
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
