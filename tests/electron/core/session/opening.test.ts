import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { holdLedger } from '#tests/helpers/daicho.ts';
import { NO_MOUNT, protectFolder } from '#tests/helpers/mounts.ts';
import { failureOf, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

/** A data folder with a ledger that has one group and one backup; nobody has it open. */
async function prepared(): Promise<{ readonly dataDir: string; readonly file: string }> {
  const dataDir = path.join(tempFolder(), 'データ　置き場');
  const core = openCore(dataDir);
  const { folder, fileName } = await core.call('ledger.create', { title: '団体台帳' });
  await core.call('organizations.add', { values: { name: '虹の会', note: 'あ'.repeat(20_000) } });
  await core.call('ledger.backup', {});
  await core.close();
  return { dataDir, file: path.join(folder, fileName) };
}

function patch(file: string, offset: number, bytes: readonly number[]): void {
  const all = readFileSync(file);
  all.set(bytes, offset);
  writeFileSync(file, all);
}

const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

const broken: readonly (readonly [string, string, (file: string) => void])[] = [
  ['from a newer program', 'LEDGER_NEWER', (file) => patch(file, 60, [0, 0, 3, 231])],
  ['of another program', 'NOT_A_LEDGER', (file) => patch(file, 68, [1, 2, 3, 4])],
  ['of 0 bytes', 'LEDGER_EMPTY', (file) => truncateSync(file, 0)],
  ['cut in the middle', 'LEDGER_DAMAGED', (file) => truncateSync(file, 40_960)],
];

describe('a ledger given at start that cannot be opened', () => {
  test.each(broken)(
    '%s: told as %s with its backups, the newest of which opens for reading',
    async (_what, code, spoil) => {
      const { dataDir, file } = await prepared();
      spoil(file);
      const before = digest(file);
      const core = openCore(dataDir, { ledgerFile: file });
      const { ledger, startError } = await core.call('app.state', {});
      expect(ledger).toBeNull();
      expect(startError).toMatchObject({ code, message: expect.stringContaining('団体台帳.daicho') });
      expect(startError?.message).not.toMatch(/\{\w+\}/);
      expect(startError?.backups).toMatchObject([{ verified: true, fileName: expect.stringContaining('団体台帳_') }]);
      expect(digest(file)).toBe(before);

      const opened = await core.call('ledger.openBackup', { ref: startError?.backups[0]?.ref ?? '' });
      expect(opened).toMatchObject({
        readOnly: true,
        readOnlyReason: expect.stringContaining('バックアップを読み取り専用で'),
      });
      expect(await core.call('organizations.counts', {})).toMatchObject({ total: 1 });
      const edit = core.call('organizations.add', { values: { name: '海の会' } });
      expect(await failureOf(edit)).toMatchObject({ code: 'READ_ONLY' });
      expect((await core.call('app.state', {})).startError).toBeNull();
      await core.close();
      expect(digest(file)).toBe(before);
    },
  );

  test('a folder is named; a link that leads in a circle as well', async () => {
    const folder = tempFolder();
    const asFolder = path.join(folder, 'フォルダー.daicho');
    mkdirSync(asFolder);
    const circle = path.join(folder, '輪.daicho');
    symlinkSync(circle, circle);
    for (const [file, code] of [
      [asFolder, 'LEDGER_IS_FOLDER'],
      [circle, 'LEDGER_UNREADABLE'],
    ] as const) {
      const core = openCore(path.join(folder, 'data'), { ledgerFile: file });
      expect((await core.call('app.state', {})).startError).toMatchObject({ code, backups: [] });
      await core.close();
    }
  });

  test('held by another program: told who has it since when, with the backups; it opens once it is free', async () => {
    const { dataDir, file } = await prepared();
    const release = await holdLedger(file, '山本');
    const before = digest(file);
    const core = openCore(dataDir, { ledgerFile: file });
    const { startError, ledgers } = await core.call('app.state', {});
    expect(startError).toMatchObject({ code: 'LEDGER_BUSY', backups: [{ verified: true }] });
    expect(startError?.message).toMatch(/山本 が使用中です\(\d{4}\/\d\d\/\d\d \d{1,2}:\d\d から\)/);
    const backup = startError?.backups[0]?.ref ?? '';
    expect(await core.call('ledger.openBackup', { ref: backup })).toMatchObject({ readOnly: true });
    expect(digest(file)).toBe(before);
    await release();
    const ref = ledgers.find(({ fileName }) => fileName === '団体台帳.daicho')?.ref ?? '';
    expect(await core.call('ledger.open', { ref, mode: 'write' })).toMatchObject({ readOnly: false });
  });

  test('in a folder that is not there: told, and no folder is made', async () => {
    const folder = tempFolder();
    const core = openCore(path.join(folder, 'data'), { ledgerFile: path.join(folder, 'ない', '台帳.daicho') });
    expect((await core.call('app.state', {})).startError).toMatchObject({
      code: 'LEDGER_NOT_MADE',
      message: expect.stringContaining('フォルダーが見つかりません'),
    });
    expect(existsSync(path.join(folder, 'ない'))).toBe(false);
  });
});

test('a ledger given at start that does not exist is made', async () => {
  const folder = tempFolder();
  const core = openCore(path.join(folder, 'data'), { ledgerFile: path.join(folder, '新しい台帳.daicho') });
  expect(await core.call('app.state', {})).toMatchObject({
    startError: null,
    ledger: { title: '新しい台帳', readOnly: false },
  });
});

test('a read-only file opens for reading, says why, and keeps its bytes', async () => {
  const { dataDir, file } = await prepared();
  chmodSync(file, 0o444);
  const before = digest(file);
  const core = openCore(dataDir, { ledgerFile: file });
  const { ledger } = await core.call('app.state', {});
  expect(ledger).toMatchObject({ readOnly: true, readOnlyReason: expect.stringContaining('ファイルが読み取り専用') });
  expect(await failureOf(core.call('ledger.saveSettings', { centerName: 'x' }))).toMatchObject({ code: 'READ_ONLY' });
  await core.close();
  expect(digest(file)).toBe(before);
});

test('a ledger on write-protected media opens for reading; none can be made there', async (context) => {
  const { dataDir, file } = await prepared();
  const stick = path.join(tempFolder(), 'USB メモリ');
  mkdirSync(stick);
  copyFileSync(file, path.join(stick, '台帳.daicho'));
  const release = protectFolder(stick);
  if (release === undefined) return context.skip(NO_MOUNT);
  onTestFinished(release);
  const core = openCore(dataDir, { ledgerFile: path.join(stick, '台帳.daicho') });
  expect((await core.call('app.state', {})).ledger).toMatchObject({ readOnly: true });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 1 });
  const add = core.call('organizations.add', { values: { name: '海の会' } });
  expect(await failureOf(add)).toMatchObject({ code: 'READ_ONLY' });
  await core.close();
  const second = openCore(dataDir, { ledgerFile: path.join(stick, '新しい台帳.daicho') });
  expect((await second.call('app.state', {})).startError).toMatchObject({
    code: 'LEDGER_NOT_MADE',
    message: expect.stringContaining('書き込みが許されていない'),
  });
  expect(() => openCore(path.join(stick, 'データ'))).toThrow(
    expect.objectContaining({ code: 'DATA_FOLDER_UNWRITABLE' }),
  );
});

test('a failed opening leaves the ledger that was open open; the same file opens again in another mode', async () => {
  const { dataDir, file } = await prepared();
  const core = openCore(dataDir, { ledgerFile: file });
  const damaged = path.join(path.dirname(file), '壊れた台帳.daicho');
  copyFileSync(file, damaged);
  truncateSync(damaged, 40_960);
  const { ref } = core.core.registerLedgerPath(damaged);
  expect(await failureOf(core.call('ledger.open', { ref, mode: 'write' }))).toMatchObject({ code: 'LEDGER_DAMAGED' });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 1 });
  const link = path.join(path.dirname(file), 'リンク.daicho');
  symlinkSync(file, link);
  const again = core.core.registerLedgerPath(link).ref;
  expect(await core.call('ledger.open', { ref: again, mode: 'read' })).toMatchObject({ readOnly: true });
});

test('a backup that was altered since is not opened', async () => {
  const { dataDir, file } = await prepared();
  const core = openCore(dataDir, { ledgerFile: file });
  const [backup] = await core.call('ledger.backups', {});
  const folder = path.join(
    dataDir,
    'backups',
    `団体台帳-${createHash('sha256').update(file).digest('hex').slice(0, 8)}`,
  );
  patch(path.join(folder, backup?.fileName ?? ''), 5000, [1, 2, 3]);
  expect(await failureOf(core.call('ledger.openBackup', { ref: backup?.ref ?? '' }))).toMatchObject({
    code: 'BACKUP_CHANGED',
  });
});

test('a ledger brought by upload is copied and opened; one that is none or is damaged leaves nothing behind', async () => {
  const { dataDir, file } = await prepared();
  const core = openCore(dataDir);
  const ledgers = async (): Promise<string[]> =>
    (await core.call('app.state', {})).ledgers.map(({ fileName }) => fileName);
  const { uploadId } = core.core.registerUploadPath(file);
  expect(await core.call('ledger.openUpload', { uploadId })).toMatchObject({ fileName: '団体台帳 (2).daicho' });
  const before = await ledgers();
  const damaged = path.join(tempFolder(), '壊れた台帳.daicho');
  copyFileSync(file, damaged);
  truncateSync(damaged, 40_960);
  for (const [upload, code] of [
    [damaged, 'LEDGER_DAMAGED'],
    [path.resolve('package.json'), 'NOT_A_LEDGER'],
  ] as const) {
    const { uploadId: bad } = core.core.registerUploadPath(upload);
    expect(await failureOf(core.call('ledger.openUpload', { uploadId: bad }))).toMatchObject({ code });
  }
  expect(await ledgers()).toEqual(before);
});

test('a data folder that cannot be made is a named error with the reason', () => {
  const file = path.join(tempFolder(), 'ファイル');
  writeFileSync(file, '');
  for (const dataDir of [file, path.join(file, '下'), path.join(path.dirname(file), 'x'.repeat(300))]) {
    expect(() => openCore(dataDir)).toThrow(
      expect.objectContaining({ code: 'DATA_FOLDER_UNWRITABLE', params: expect.objectContaining({ folder: dataDir }) }),
    );
  }
});

test('broken settings and a folder of ledgers that was removed do not keep the program from starting', async () => {
  const { dataDir } = await prepared();
  for (const text of ['', '{', '[]', '{"actor":3,"recent":[{"path":1}]}', 'null', '\u0000\u0001']) {
    writeFileSync(path.join(dataDir, 'settings.json'), text);
    writeFileSync(path.join(dataDir, 'whole-ledgers.json'), text);
    const core = openCore(dataDir);
    rmSync(path.join(dataDir, 'ledgers'), { recursive: true, force: true });
    expect(await core.call('app.state', {})).toMatchObject({ actor: '', startError: null });
    await core.close();
  }
});
