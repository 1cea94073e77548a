import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBugLog } from '#core/bug-log.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { mountSmallDisk, NO_MOUNT } from '#tests/helpers/mounts.ts';
import { failureOf, importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

/** Files of a folder and those below it, with the folder before each. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

async function reopened(dataDir: string): Promise<OpenCore> {
  const core = openCore(dataDir);
  const [entry] = (await core.call('app.state', {})).ledgers;
  await core.call('ledger.open', { ref: entry?.ref ?? '', mode: 'write' });
  return core;
}

describe('backups', () => {
  test('one is taken at open when the ledger changed since the last one, and its hash is that of the file', async () => {
    const dataDir = tempFolder();
    const first = openCore(dataDir);
    await first.call('ledger.create', { title: '台帳' });
    expect(await first.call('ledger.backups', {})).toEqual([]);
    await first.call('organizations.add', { values: { name: '虹の会' } });
    await first.close();
    for (let round = 0; round < 2; round += 1) {
      const core = await reopened(dataDir);
      expect(await core.call('ledger.backups', {})).toHaveLength(1);
      await core.close();
    }
    const changing = await reopened(dataDir);
    await changing.call('organizations.add', { values: { name: '海の会' } });
    await changing.close();
    const core = await reopened(dataDir);
    expect(await core.call('ledger.backups', {})).toHaveLength(2);
    const files = filesBelow(path.join(dataDir, 'backups'));
    for (const file of files.filter((name) => name.endsWith('.daicho'))) {
      const { sha256 } = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
      expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(sha256);
    }
  });

  test('one is taken before an import that writes, and holds the state before it; one that writes nothing takes none', async () => {
    const core = openCore(tempFolder());
    await core.call('ledger.create', { title: '台帳' });
    await core.call('organizations.add', { values: { name: '虹の会' } });
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    const [before, ...others] = await core.call('ledger.backups', {});
    expect(others).toEqual([]);
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    expect(await core.call('ledger.backups', {})).toHaveLength(1);
    await core.call('ledger.openBackup', { ref: before?.ref ?? '' });
    expect(await core.call('organizations.counts', {})).toMatchObject({ total: 1 });
  });

  test('one is taken when the ledger is closed, if it changed', async () => {
    const core = openCore(tempFolder());
    await core.call('ledger.create', { title: '台帳' });
    await core.call('organizations.add', { values: { name: '虹の会' } });
    await core.call('ledger.close', {});
    const { ledger, ledgers } = await core.call('app.state', {});
    expect(ledger).toBeNull();
    const ref = ledgers[0]?.ref ?? '';
    expect(await core.call('ledger.backups', { ref })).toHaveLength(1);
    await core.call('ledger.open', { ref, mode: 'write' });
    await core.call('ledger.close', {});
    expect(await core.call('ledger.backups', { ref })).toHaveLength(1);
  });

  test('a ledger closes without a backup when there is no place for one, and the user is told', async () => {
    const dataDir = tempFolder();
    const core = openCore(dataDir);
    await core.call('ledger.create', { title: '台帳' });
    await core.call('organizations.add', { values: { name: '虹の会' } });
    rmSync(path.join(dataDir, 'backups'), { recursive: true });
    writeFileSync(path.join(dataDir, 'backups'), '');
    expect(await failureOf(core.call('ledger.close', {}))).toMatchObject({ code: 'CLOSED_WITHOUT_BACKUP' });
    expect((await core.call('app.state', {})).ledger).toBeNull();
  });
});

test('after an older copy was put back its states are backed up, and sixty backups of the other branch do not push them out', async () => {
  const dataDir = tempFolder();
  const first = openCore(dataDir);
  const { folder, fileName } = await first.call('ledger.create', { title: '台帳' });
  await first.call('organizations.add', { values: { name: '虹の会' } });
  await first.close();
  const file = path.join(folder, fileName);
  const copy = path.join(tempFolder(), 'まえの台帳.daicho');
  copyFileSync(file, copy);
  const long = await reopened(dataDir);
  for (let index = 0; index < 61; index += 1) {
    await long.call('organizations.add', { values: { name: `第${index}の会` } });
    await long.call('ledger.backup', {});
  }
  const [newest] = await long.call('ledger.backups', {});
  await long.close();
  copyFileSync(copy, file);
  const core = await reopened(dataDir);
  await core.call('organizations.add', { values: { name: '海の会' } });
  const made = await core.call('ledger.backup', {});
  const listed = await core.call('ledger.backups', {});
  expect(listed[0]).toEqual(made);
  expect(listed).toContainEqual(newest);
  expect(listed).toHaveLength(60);
  await core.call('ledger.openBackup', { ref: made.ref });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 2 });
});

describe('the work folder', () => {
  test('holds uploads and exports of this run and is gone after closing', async () => {
    const dataDir = tempFolder();
    const core = openCore(dataDir);
    await core.call('ledger.create', { title: '台帳' });
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    await core.call('exports.create', { layout: 'organizations', options: {} });
    expect(filesBelow(path.join(dataDir, 'work')).length).toBeGreaterThan(0);
    await core.close();
    expect(readdirSync(path.join(dataDir, 'work'))).toEqual([]);
  });

  test('of runs that are over is wiped at start; that of a running program stays', async () => {
    const dataDir = tempFolder();
    const running = path.join(dataDir, 'work', String(process.ppid), 'upload-x');
    for (const name of ['4194304', 'old', '-1', '0', '1e3'])
      mkdirSync(path.join(dataDir, 'work', name), { recursive: true });
    mkdirSync(path.dirname(running));
    writeFileSync(running, '');
    openCore(dataDir);
    expect(readdirSync(path.join(dataDir, 'work')).toSorted()).toEqual(
      [String(process.pid), String(process.ppid)].toSorted(),
    );
    expect(existsSync(running)).toBe(true);
  });
});

/** Fills the disk but for `kilobytes`. */
function fillDisk(folder: string, kilobytes: number): string {
  const filler = path.join(folder, 'filler');
  const piece = Buffer.alloc(64 * 1024);
  const pieces: Buffer[] = [];
  for (;;) {
    try {
      writeFileSync(filler, piece, { flag: 'a' });
      pieces.push(piece);
    } catch {
      writeFileSync(filler, Buffer.alloc(Math.max(0, pieces.length * piece.length - kilobytes * 1024)));
      return filler;
    }
  }
}

test('on a full disk every call fails by name, nothing is lost, and work goes on once there is room', async (context) => {
  const disk = mountSmallDisk(8 * 1024);
  if (disk === undefined) return context.skip(NO_MOUNT);
  onTestFinished(disk.release);
  const core = openCore(path.join(disk.folder, 'data'));
  await core.call('ledger.create', { title: '台帳' });
  await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
  const filler = fillDisk(disk.folder, 0);
  const values = { name: '虹の会', note: 'あ'.repeat(9000) };
  const failures = [
    [() => core.call('organizations.add', { values }), 'LEDGER_WRITE_FAILED'],
    [() => core.call('exports.create', { layout: 'organizations', options: {} }), 'WORK_FILE_FAILED'],
    [() => core.call('ledger.backup', {}), 'BACKUP_FAILED'],
    [() => core.call('ledger.create', { title: '別の台帳' }), 'LEDGER_NOT_MADE'],
    [async () => importFile(core, fixturePath('登録団体一覧_R8.xlsx')), 'WORK_FILE_FAILED'],
  ] as const;
  for (const [call, code] of failures) expect((await failureOf(call())).code).toBe(code);
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 254 });
  rmSync(filler);
  await core.call('organizations.add', { values });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 255 });
  await core.close();
  expect(filesBelow(disk.folder).filter((file) => /作成中|-journal|別の台帳/.test(file))).toEqual([]);
});

const canaries = ['カナリア山田太郎', '083-299-9876', 'canary9876@example.jp', 'カナリア町七丁目'];

test('names and telephones are nowhere in the data folder but in ledgers and backups', async () => {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  await core.call('ledger.create', { title: '台帳' });
  const [repName = '', phone = '', email = '', address = ''] = canaries;
  const { id } = await core.call('organizations.add', {
    values: { name: `${repName}の会`, repName, phone, email, address },
  });
  const csv = path.join(tempFolder(), '名簿.csv');
  writeFileSync(
    csv,
    `登録番号,団体名,代表者氏名,電話番号\n1,${repName}の会,${repName},${phone}\n2,別の会,${repName},${phone}\n`,
  );
  await importFile(core, csv);
  await failureOf(core.call('organizations.edit', { edits: [{ id, field: 'postal', value: repName }] }));
  await failureOf(core.call('organizations.edit', { edits: [{ id: phone, field: 'name', value: repName }] }));
  await core.call('exports.create', { layout: 'organizations', options: {} });
  await core.call('history.undo', {});
  await core.call('organizations.openView', { search: repName });
  await core.close();
  const bugs = createBugLog(path.join(dataDir, 'logs'), () => new Date());
  bugs(new TypeError(`cannot read ${repName}\n    at ${phone} (${address}:1:1)`), 'organizations.edit');
  bugs(email, 'organizations.edit');
  const told = filesBelow(dataDir).filter((file) => canaries.some((canary) => readFileSync(file).includes(canary)));
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((file) => !file.endsWith('.daicho'))).toEqual([]);
  expect(readFileSync(path.join(dataDir, 'logs', 'program.log'), 'utf8')).toMatch(
    /organizations\.edit TypeError\n\s+at /,
  );
});
