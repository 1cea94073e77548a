import { copyFileSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type BackupFolder, createBackupFolder } from '#core/backup/backup-folder.ts';
import { type Backup, manifestName } from '#core/backup/manifest.ts';
import { createLedger, type Ledger, openLedger } from '#db/open.ts';
import { logHead } from '#db/log-head.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { tempFolder, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

const limits = { always: 2, atMost: 4, bytes: 2 ** 40 };
let file: string;
let backups: BackupFolder;
let ledger: Ledger;

beforeEach(() => {
  file = path.join(tempFolder(), '台帳.daicho');
  backups = createBackupFolder(tempFolder(), limits);
  ledger = createLedger(file, '');
  onTestFinished(() => ledger.close());
});

function add(...names: readonly string[]): void {
  for (const name of names) writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name }));
}

/** A copy of the ledger as it is now, for putting it back later. */
function copyAway(): string {
  const copy = path.join(tempFolder(), '写し.daicho');
  ledger.close();
  copyFileSync(file, copy);
  ledger = openLedger(file, { mode: 'write', actor: '' });
  return copy;
}

function putBack(copy: string): void {
  ledger.close();
  copyFileSync(copy, file);
  ledger = openLedger(file, { mode: 'write', actor: '' });
}

function namesIn(backup: Backup | undefined): unknown[] {
  const opened = openLedger(backup?.path ?? '', { mode: 'read', actor: '' });
  const names = opened.connection.prepare('SELECT name FROM organization ORDER BY id').pluck().all();
  opened.close();
  return names;
}

const list = (): Backup[] => backups.list(file);
const takeIfChanged = (): Backup | null => backups.takeIfChanged(ledger, testNow());
const take = (): Backup => backups.take(ledger, testNow());

function takeMany(count: number): void {
  for (let index = 0; index < count; index += 1) {
    add(`第${index}の会`);
    take();
  }
}

/** As earlier versions wrote it: no hash, no number, no stamp. */
function makeOld({ path: copy }: Backup): void {
  const { takenAt, bytes, sha256, changeSeq } = JSON.parse(readFileSync(manifestName(copy), 'utf8'));
  writeFileSync(manifestName(copy), JSON.stringify({ takenAt, bytes, sha256, changeSeq }));
}

/** Other bytes, but the size and the date it had. */
function damage({ path: copy }: Backup): void {
  const { atime, mtime } = statSync(copy);
  const bytes = readFileSync(copy);
  bytes.write('X', bytes.indexOf('会')); // SQLite reads it as before: only the digest tells
  writeFileSync(copy, bytes);
  utimesSync(copy, atime, mtime);
}

describe('a state is held only by a backup of that very state', () => {
  test('after an older copy was put back and worked on, the same number of changes is another state', () => {
    add('一の会');
    const copy = copyAway();
    add('二の会');
    take();
    putBack(copy);
    add('別の二の会');
    expect(logHead(ledger).changeSeq).toBe(2);
    expect(takeIfChanged()).not.toBeNull();
    expect(list().map(namesIn)).toEqual([
      ['一の会', '別の二の会'],
      ['一の会', '二の会'],
    ]);
    expect(takeIfChanged()).toBeNull();
  });

  test('an older copy that was put back is backed up when no backup has that state, and not when one has', () => {
    add('一の会');
    take();
    const held = copyAway();
    add('二の会');
    const unheld = copyAway();
    add('三の会');
    take();
    putBack(unheld);
    expect(takeIfChanged()).not.toBeNull();
    putBack(held);
    expect(takeIfChanged()).toBeNull();
  });

  test('another ledger that takes the name is backed up beside the first', () => {
    add('一の会');
    take();
    ledger.close();
    rmSync(file);
    ledger = createLedger(file, '');
    add('よその会');
    expect(takeIfChanged()).not.toBeNull();
    expect(list().map(namesIn)).toEqual([['よその会'], ['一の会']]);
  });

  test('ledgers of one name in two folders do not share backups', () => {
    add('一の会');
    take();
    ledger.close();
    file = path.join(tempFolder(), '台帳.daicho');
    ledger = createLedger(file, '');
    add('よその会');
    expect(takeIfChanged()).not.toBeNull();
    expect(list()).toHaveLength(1);
  });

  test.each([
    ['deleted by hand', ({ path: copy }: Backup) => rmSync(copy)],
    ['damaged, its size as before', damage],
    ['damaged, and from an earlier version', (backup: Backup) => [makeOld(backup), damage(backup)]],
  ])('a backup that is %s holds nothing', (_what, spoil) => {
    add('一の会');
    spoil(take());
    expect(takeIfChanged()).not.toBeNull();
    expect(takeIfChanged()).toBeNull();
  });

  test('a backup of an earlier version holds its state, and not that of another branch with its number', () => {
    add('一の会');
    const copy = copyAway();
    add('二の会');
    makeOld(take());
    expect(takeIfChanged()).toBeNull();
    putBack(copy);
    add('別の二の会');
    expect(takeIfChanged()).not.toBeNull();
  });

  test('a backup that was copied with its folder, so that its stamp is another, still holds its state', () => {
    add('一の会');
    const { path: copy } = take();
    utimesSync(copy, 0, 0);
    expect(takeIfChanged()).toBeNull();
  });
});

describe('thinning out', () => {
  test('never removes what was just made, however many backups of another branch have higher numbers', () => {
    add('一の会');
    const copy = copyAway();
    takeMany(10);
    putBack(copy);
    add('別の会');
    const made = take();
    expect(list()[0]?.path).toBe(made.path);
    expect(namesIn(list()[0])).toEqual(['一の会', '別の会']);
    expect(list()).toHaveLength(limits.atMost);
  });

  test('never removes the newest of another branch, nor of another ledger of that name', () => {
    add('一の会');
    const copy = copyAway();
    takeMany(3);
    const newest = list()[0];
    putBack(copy);
    takeMany(10);
    ledger.close();
    rmSync(file);
    ledger = createLedger(file, '');
    const before = list()[0];
    takeMany(10);
    expect(list().map(({ path: kept }) => kept)).toEqual(expect.arrayContaining([newest?.path, before?.path]));
    expect(list()).toHaveLength(limits.atMost + 2);
  });

  test('removes the newest of a branch when that branch goes on', () => {
    add('一の会');
    const copy = copyAway();
    takeMany(3);
    const [newest] = list();
    const branch = copyAway();
    putBack(copy);
    takeMany(6);
    expect(list().map(({ path: kept }) => kept)).toContain(newest?.path);
    putBack(branch);
    takeMany(6);
    expect(list().map(({ path: kept }) => kept)).not.toContain(newest?.path);
  });

  test('does not take a damaged backup for one that holds an older state', () => {
    takeMany(3);
    const [newest, second] = list();
    if (newest !== undefined) damage(newest);
    ledger.close();
    rmSync(file);
    ledger = createLedger(file, '');
    takeMany(10);
    expect(list().map(({ path: kept }) => kept)).toContain(second?.path);
  });

  test('counts backups of earlier versions like its own', () => {
    add('一の会');
    const copy = copyAway();
    takeMany(4);
    const newest = list()[0];
    for (const backup of list()) makeOld(backup);
    putBack(copy);
    takeMany(6);
    expect(list().map(({ path: kept }) => kept)).toContain(newest?.path);
    expect(list()).toHaveLength(limits.atMost + 1);
  });
});

describe('a clock that is set back', () => {
  test('does not change what is the last backup, nor let one take the name and the place of another', () => {
    const now = new Date(2030, 0, 1);
    add('一の会');
    const copy = copyAway();
    add('二の会');
    backups.take(ledger, now);
    putBack(copy);
    add('別の二の会');
    backups.take(ledger, now);
    backups.take(ledger, new Date(2020, 0, 1));
    expect(list().map(namesIn)).toEqual([
      ['一の会', '別の二の会'],
      ['一の会', '別の二の会'],
      ['一の会', '二の会'],
    ]);
    expect(list()[0]?.takenAt.slice(0, 4)).toMatch(/2019|2020/);
  });
});
