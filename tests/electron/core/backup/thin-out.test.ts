import { copyFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publishBackup, readBackups } from '#core/backup/backup-files.ts';
import { thinOut, usualLimits } from '#core/backup/thin-out.ts';
import { unfinishedName } from '#core/backup/unfinished.ts';
import { logHead } from '#db/log-head.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { holdFile, NO_MOUNT } from '#tests/helpers/mounts.ts';
import { tempFolder, tempLedger, writeAs } from '#tests/helpers/temp-ledger.ts';

const megabyte = 1024 ** 2;

/** A folder with that many backups of one ledger, made longer to the given size (by a hole: no bytes on disk). */
function filled(count: number, bytes: number): string {
  const folder = tempFolder();
  const ledger = tempLedger();
  for (let seq = 1; seq <= count; seq += 1) {
    writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会' }));
    const file = path.join(folder, `台帳_${String(seq).padStart(3, '0')}.daicho`);
    copyFileSync(ledger.path, unfinishedName(file));
    if (bytes > 0) truncateSync(unfinishedName(file), bytes);
    const size = statSync(unfinishedName(file)).size;
    publishBackup(file, { takenAt: '', bytes: size, sha256: '', ...logHead(ledger) });
  }
  return folder;
}

function kept(folder: string, limits = usualLimits): number[] {
  thinOut(folder, limits);
  return readBackups(folder).map(({ changeSeq }) => changeSeq);
}

test('thinning out keeps the newest sixty', () => {
  expect(kept(filled(63, 0))).toEqual(Array.from({ length: 60 }, (_, index) => 63 - index));
});

test('it keeps large ones only up to 2 GB, the newest five whatever their size', () => {
  expect(kept(filled(9, 300 * megabyte))).toEqual([9, 8, 7, 6, 5, 4]);
  expect(kept(filled(9, 900 * megabyte))).toEqual([9, 8, 7, 6, 5]);
});

test('one that cannot be removed now, as somebody looks into it, stays listed and goes the next time', (context) => {
  const folder = filled(4, 0);
  const limits = { ...usualLimits, always: 1, atMost: 2 };
  const release = holdFile(readBackups(folder)[2]?.path ?? '');
  if (release === undefined) return context.skip(NO_MOUNT);
  onTestFinished(release);
  expect(kept(folder, limits)).toEqual([4, 3, 2]);
  release();
  expect(kept(folder, limits)).toEqual([4, 3]);
});
