import { closeSync, openSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type BackupFolder, createBackupFolder } from '#core/backup/backup-folder.ts';
import { afterBackup } from '#core/session/after-backup.ts';
import { createLedgerSession, type LedgerSession } from '#core/session/ledger-session.ts';
import { openWholeLedgers } from '#core/session/whole-ledgers.ts';
import { fileStamp } from '#db/ledger-file.ts';
import { openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import { tempFolder, tempLedger, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

type Place = { readonly session: LedgerSession; readonly backups: BackupFolder; readonly noticed: string[] };

function place(root = tempFolder()): Place {
  const backups = createBackupFolder(path.join(root, 'backups'));
  const noticed: string[] = [];
  const whole = openWholeLedgers(path.join(root, 'whole-ledgers.json'));
  const session = createLedgerSession({
    backups,
    whole,
    actor: () => '',
    now: testNow,
    noticed: () => noticed.push('noticed'),
  });
  return { session, backups, noticed };
}

/** A closed ledger above the size up to which its backup is taken at once. */
function largeLedger(): string {
  const ledger = tempLedger();
  for (let index = 0; index < 4; index += 1)
    writeAs(ledger, '追加', (tx) =>
      insertOrganization(tx, { name: `第${index}の会`, note: 'あ'.repeat(900_000), address: '町' }),
    );
  ledger.close();
  expect(statSync(ledger.path).size).toBeGreaterThan(32 * 1024 * 1024);
  return ledger.path;
}

function smallLedger(): string {
  const ledger = tempLedger();
  writeAs(ledger, '追加', (tx) => {
    for (let index = 0; index < 200; index += 1)
      insertOrganization(tx, { name: `第${index}の会`, note: 'あ'.repeat(200) });
  });
  ledger.close();
  return ledger.path;
}

test('opening for writing leaves a verified backup when the ledger changed, opening for reading none', () => {
  const file = smallLedger();
  const { session, backups } = place();
  session.open(file, 'read');
  expect(backups.list(file)).toEqual([]);
  session.open(file, 'write');
  expect(backups.list(file)).toHaveLength(1);
  session.open(file, 'write');
  expect(backups.list(file)).toHaveLength(1);
  session.close();
});

test('a large ledger can be read at once; writes wait until the backup holds what was opened, and it is verified later', async () => {
  const file = largeLedger();
  const { session, backups, noticed } = place();
  const dispatch = afterBackup((name) => {
    const groups = session.ledger().connection.prepare('SELECT count(*) FROM organization').pluck().get();
    if (name === 'organizations.add')
      writeAs(session.ledger(), '追加', (tx) => insertOrganization(tx, { name: '後の会' }));
    return Promise.resolve<RpcResult>({ ok: true, value: groups });
  }, session);
  session.open(file, 'write');
  expect(backups.list(file)).toEqual([]);
  expect(await dispatch('organizations.counts', {})).toMatchObject({ value: 4 });
  await dispatch('organizations.add', {});
  await dispatch('ledger.close', {});
  const [backup] = backups.list(file);
  expect(backup?.changeSeq).toBe(4);
  session.close();
  const copy = openLedger(backup?.path ?? '', { mode: 'read', actor: '' });
  expect(copy.connection.prepare('SELECT count(*) FROM organization').pluck().get()).toBe(4);
  copy.close();
  expect(noticed).toEqual([]);
});

test('a large ledger closed before its backup was whole is backed up at the next opening', async () => {
  const file = largeLedger();
  const { session, backups } = place();
  session.open(file, 'write');
  const abandoned = session.backupAtOpen();
  session.close();
  await abandoned.finished();
  expect(backups.list(file)).toEqual([]);
  session.open(file, 'write');
  await session.backupAtOpen().finished();
  expect(backups.list(file)).toHaveLength(1);
  session.close();
});

test.each([
  ['small', smallLedger, 0],
  ['large', largeLedger, 1],
])('a %s ledger whose backup fails opens, and says so', async (_size, make, calls) => {
  const root = tempFolder();
  writeFileSync(path.join(root, 'backups'), 'a file where the folder should be');
  const file = make();
  const { session, noticed } = place(root);
  session.open(file, 'write');
  await session.backupAtOpen().finished();
  expect(noticed).toHaveLength(calls);
  expect(session.state()?.notices).toEqual([expect.stringContaining('バックアップを作れませんでした')]);
  session.close();
});

function damage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 8192);
  closeSync(handle);
}

test('a ledger closed in order is not checked again until its file changes, however the change hides', () => {
  const file = smallLedger();
  const root = tempFolder();
  const { session } = place(root);
  session.open(file, 'write');
  session.close();
  expect(openWholeLedgers(path.join(root, 'whole-ledgers.json')).stampOf(file)).toBe(fileStamp(file));
  const { atime, mtime } = statSync(file);
  damage(file);
  utimesSync(file, atime, mtime); // the old date, as a copying tool puts it back
  for (const mode of ['read', 'write'] as const)
    expect(() => place(root).session.open(file, mode)).toThrow(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
});

test('only the very stamp given spares a file its check', () => {
  const file = smallLedger();
  damage(file);
  const open = (wholeStamp: string | undefined) => () => openLedger(file, { mode: 'read', actor: '', wholeStamp });
  for (const stamp of [undefined, '', '1:2:3'])
    expect(open(stamp)).toThrow(expect.objectContaining({ code: 'LEDGER_DAMAGED' }));
  open(fileStamp(file))().close();
});
