import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BackupFolder, createBackupFolder } from '#core/backup/backup-folder.ts';
import { isIntact } from '#core/backup/manifest.ts';
import { unfinishedName } from '#core/backup/unfinished.ts';
import { verifyCopy } from '#core/backup/verify-copy.ts';
import { type Ledger, openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { mountSmallDisk, NO_MOUNT } from '#tests/helpers/mounts.ts';
import { tempFolder, tempLedger, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

function add(ledger: Ledger, name: string, note: string | null = null): void {
  writeAs(ledger, `「${name}」を追加`, (tx) => insertOrganization(tx, { name, note }));
}

function names(file: string): unknown[] {
  const ledger = openLedger(file, { mode: 'read', actor: '' });
  try {
    return ledger.connection.prepare('SELECT name FROM organization ORDER BY id').pluck().all();
  } finally {
    ledger.close();
  }
}

function overwritePage(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 20 * 4096);
  closeSync(handle);
}

/** The two ways a backup comes about: at once, and between other calls. */
const ways = [
  ['at once', async (backups: BackupFolder, ledger: Ledger) => backups.takeIfChanged(ledger, testNow()) !== null],
  [
    'in the background',
    async (backups: BackupFolder, ledger: Ledger) => {
      const underWay = backups.beginIfChanged(ledger, testNow());
      const failure = await underWay?.finished;
      if (failure instanceof AppError) throw failure;
      return underWay !== null;
    },
  ],
] as const;

describe.each(ways)('a backup taken %s', (_way, takeIfChanged) => {
  test('is a whole ledger with all that was saved, listed newest first', async () => {
    const ledger = tempLedger();
    const backups = createBackupFolder(path.join(tempFolder(), '控え'));
    add(ledger, '一の会');
    expect(await takeIfChanged(backups, ledger)).toBe(true);
    add(ledger, '二の会');
    expect(await takeIfChanged(backups, ledger)).toBe(true);
    const listed = backups.list(ledger.path);
    expect(listed.map((backup) => names(backup.path))).toEqual([['一の会', '二の会'], ['一の会']]);
    expect(listed.map(isIntact)).toEqual([true, true]);
    expect(listed.map((backup) => backups.find(backup.path))).toEqual(listed);
  });

  test('is taken when the ledger changed since the newest one, not otherwise, also after it was opened again', async () => {
    const ledger = tempLedger();
    const root = tempFolder();
    expect(await takeIfChanged(createBackupFolder(root), ledger), 'new, nothing in it').toBe(false);
    add(ledger, '一の会');
    expect(await takeIfChanged(createBackupFolder(root), ledger)).toBe(true);
    expect(await takeIfChanged(createBackupFolder(root), ledger)).toBe(false);
    ledger.close();
    const again = openLedger(ledger.path, { mode: 'write', actor: '' });
    expect(await takeIfChanged(createBackupFolder(root), again)).toBe(false);
    add(again, '二の会');
    expect(await takeIfChanged(createBackupFolder(root), again)).toBe(true);
    again.close();
  });

  test('wipes what an interrupted backup left behind', async () => {
    const ledger = tempLedger();
    const backups = createBackupFolder(tempFolder());
    add(ledger, '一の会');
    await takeIfChanged(backups, ledger);
    const [first] = backups.list(ledger.path);
    const leftover = unfinishedName(`${first?.path}x.daicho`);
    writeFileSync(leftover, 'half');
    add(ledger, '二の会');
    await takeIfChanged(backups, ledger);
    expect(existsSync(leftover)).toBe(false);
  });

  test('fails with a plain reason on a full disk, leaves nothing there, and is taken once there is room', async (context) => {
    const disk = mountSmallDisk(2048);
    if (disk === undefined) return context.skip(NO_MOUNT);
    try {
      const ledger = tempLedger();
      const backups = createBackupFolder(path.join(disk.folder, '控え'));
      add(ledger, '一の会', 'あ'.repeat(100_000));
      const filler = path.join(disk.folder, 'filler');
      writeFileSync(filler, Buffer.alloc(1800 * 1024));
      await expect(takeIfChanged(backups, ledger)).rejects.toMatchObject({
        code: 'BACKUP_FAILED',
        params: { reason: 'ディスクの空き容量が足りません' },
      });
      expect(backups.list(ledger.path)).toEqual([]);
      expect(readdirSync(disk.folder, { recursive: true }).filter((name) => String(name).includes('.daicho'))).toEqual(
        [],
      );
      rmSync(filler);
      expect(await takeIfChanged(backups, ledger)).toBe(true);
    } finally {
      disk.release();
    }
  });
});

test('a backup in the background lets reading through, and holds what was written before it was whole', async () => {
  const ledger = tempLedger();
  const backups = createBackupFolder(tempFolder());
  for (let index = 0; index < 40; index += 1) add(ledger, `第${index}の会`, 'あ'.repeat(40_000));
  const underWay = backups.beginIfChanged(ledger, testNow());
  await new Promise((resolve) => setImmediate(resolve));
  expect(ledger.connection.prepare('SELECT count(*) FROM organization').pluck().get()).toBe(40);
  add(ledger, '途中の会');
  underWay?.hurry();
  await underWay?.copied;
  add(ledger, '後の会');
  expect(await underWay?.finished).toBeNull();
  const [backup] = backups.list(ledger.path);
  expect(names(backup?.path ?? '').slice(39)).toEqual(['第39の会', '途中の会']);
});

test('a ledger closed while it is copied leaves no backup and no half of one', async () => {
  const ledger = tempLedger();
  const root = tempFolder();
  const backups = createBackupFolder(root);
  for (let index = 0; index < 40; index += 1) add(ledger, `第${index}の会`, 'あ'.repeat(40_000));
  const underWay = backups.beginIfChanged(ledger, testNow());
  await new Promise((resolve) => setImmediate(resolve));
  ledger.close();
  expect((await underWay?.finished)?.code).toBe('BACKUP_FAILED');
  expect(backups.list(ledger.path)).toEqual([]);
  expect(readdirSync(root, { recursive: true }).filter((name) => String(name).includes('作成中'))).toEqual([]);
});

describe('what is listed', () => {
  async function oneBackup() {
    const ledger = tempLedger();
    const backups = createBackupFolder(tempFolder());
    add(ledger, '一の会');
    const backup = backups.take(ledger, testNow());
    return { list: () => backups.list(ledger.path), backup };
  }

  test.each([
    ['without its manifest', (file: string) => rmSync(`${file}.json`)],
    ['with half a manifest', (file: string) => writeFileSync(`${file}.json`, '{"takenAt":')],
    ['whose file is gone', (file: string) => rmSync(file)],
    ['whose file grew', (file: string) => appendFileSync(file, 'x')],
  ])('leaves out a backup %s', async (_what, spoil) => {
    const { list, backup } = await oneBackup();
    expect(list()).toHaveLength(1);
    spoil(backup.path);
    expect(list()).toEqual([]);
  });

  test('a backup altered afterwards is not intact', async () => {
    const { list, backup } = await oneBackup();
    expect(list().map(isIntact)).toEqual([true]);
    writeFileSync(backup.path, Buffer.alloc(backup.bytes));
    expect(list().map(isIntact)).toEqual([false]);
  });
});

test('a copy with a damaged page does not pass as a backup', () => {
  const ledger = tempLedger();
  for (let index = 0; index < 60; index += 1) add(ledger, `第${index}の会`, 'あ'.repeat(3000));
  const copy = path.join(tempFolder(), '写し.daicho');
  ledger.connection.prepare('VACUUM INTO ?').run(copy);
  expect(verifyCopy(copy)).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  overwritePage(copy);
  expect(verifyCopy(copy)).toBeNull();
});
