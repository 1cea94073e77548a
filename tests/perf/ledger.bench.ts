import path from 'node:path';
import { createBackupFolder } from '#core/backup/backup-folder.ts';
import { buildExport } from '#core/exports/build-export.ts';
import { checkLedger } from '#db/check.ts';
import { openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { countOrganizations, readOrganizationBlock } from '#db/queries/organizations.ts';
import { undoChangeSet } from '#db/undo.ts';
import { write } from '#db/write-tx.ts';
import { copyOfBigRegister } from '#tests/helpers/big-register.ts';
import { invented } from '#tests/helpers/invented-group.ts';
import { withFolder } from './support/bench-folder.ts';
import { type BenchRow, median, places, timed, timedRuns } from './support/measure.ts';

export const name = 'ledger in one thread';

/** The ledger without screen or web socket: what the measured calls of the program cost at their root. */
export function run(): Promise<BenchRow[]> {
  return withFolder(async (folder) => [...(await largeRegister(folder)), ...(await largeImport(folder))]);
}

async function largeRegister(folder: string): Promise<BenchRow[]> {
  const file = copyOfBigRegister(100_000, folder);
  const opening = await timed(() => openLedger(file, { mode: 'read', actor: '' }).close());
  const ledger = openLedger(file, { mode: 'write', actor: '計測' });
  const { connection } = ledger;
  const ids = selectOrganizationIds(connection, { sort: [{ field: 'nameKana', descending: false }] });
  const starts = places(40, ids.length - 200);
  const blocks = await timedRuns(
    (turn) => readOrganizationBlock(connection, ids.subarray(starts[turn], (starts[turn] ?? 0) + 200)),
    40,
  );
  const counts = await timedRuns(() => countOrganizations(connection, '2026-04-01'));
  const backups = createBackupFolder(path.join(folder, 'backups'));
  const backup = await timed(() => backups.take(ledger, new Date()));
  const exporting = await timed(() =>
    buildExport({ ledger, layout: 'organizations', options: {}, today: '2026-04-01', progress: () => undefined }),
  );
  const check = await timed(() => checkLedger(ledger));
  ledger.close();
  const what = (text: string): string => `100,000 groups: ${text}`;
  return [
    { what: what('200 rows anywhere'), value: median(blocks), unit: 'ms' },
    { what: what('counts for ホーム'), value: median(counts), unit: 'ms' },
    { what: what('opening with the check of every page (one run)'), value: opening / 1000, unit: 's' },
    { what: what('backup, verified (one run)'), value: backup / 1000, unit: 's' },
    { what: what('データ点検 (one run)'), value: check / 1000, unit: 's' },
    { what: what('export to Excel (one run)'), value: exporting / 1000, unit: 's' },
  ];
}

async function largeImport(folder: string): Promise<BenchRow[]> {
  const ledger = openLedger(copyOfBigRegister(254, folder), { mode: 'write', actor: '計測' });
  const context = (label: string) => ({ command: 'import.apply', label, actor: '計測', now: new Date() });
  let changeSetId = '';
  const importing = await timed(() => {
    const result = write(ledger, context('架空の団体'), (tx) => {
      for (let index = 1000; index < 11_000; index += 1) insertOrganization(tx, invented(index));
    });
    changeSetId = result.changeSetId ?? '';
  });
  const undoing = await timed(() => undoChangeSet(ledger, changeSetId, { actor: '計測', now: new Date() }));
  ledger.close();
  return [
    { what: '10,000 groups: written as one change set (one run)', value: importing / 1000, unit: 's' },
    { what: '10,000 groups: that change set undone (one run)', value: undoing / 1000, unit: 's' },
  ];
}
