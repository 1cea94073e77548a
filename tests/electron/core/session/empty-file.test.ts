import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { failureOf, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

const startError = async (core: OpenCore) => (await core.call('app.state', {})).startError;

/** A data folder with a ledger of one group. `backups`: it was backed up. Nobody has it open; the file is empty now. */
async function emptied(backups: boolean): Promise<{ readonly dataDir: string; readonly file: string }> {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  const { folder, fileName } = await core.call('ledger.create', { title: '団体台帳' });
  await core.call('organizations.add', { values: { name: '虹の会' } });
  if (backups) await core.call('ledger.backup', {});
  await core.close();
  const file = path.join(folder, fileName);
  truncateSync(file, 0);
  return { dataDir, file };
}

async function openFirst(core: OpenCore): Promise<string> {
  const [entry] = (await core.call('app.state', {})).ledgers;
  return (await failureOf(core.call('ledger.open', { ref: entry?.ref ?? '', mode: 'write' }))).code;
}

test.each([
  ['given at start', true],
  ['chosen from those used before', false],
])('a ledger of 0 bytes %s is told with its backups and with the way to make it anew', async (_how, atStart) => {
  const { dataDir, file } = await emptied(true);
  const core = openCore(dataDir, atStart ? { ledgerFile: file } : {});
  if (!atStart) expect(await openFirst(core)).toBe('LEDGER_EMPTY');
  const told = await startError(core);
  expect(told).toMatchObject({ code: 'LEDGER_EMPTY', backups: [{ verified: true }], remakeRef: expect.any(String) });
  const made = await core.call('ledger.remake', { ref: told?.remakeRef ?? '' });
  expect(made).toMatchObject({ title: '団体台帳', readOnly: false, savedAt: null });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 0 });
  expect(await core.call('ledger.backups', {})).toHaveLength(1);
  expect(await startError(core)).toBeNull();
});

test('a ledger with anything in it is not made anew', async () => {
  const { dataDir, file } = await emptied(false);
  writeFileSync(file, 'x');
  const core = openCore(dataDir, { ledgerFile: file });
  expect(await startError(core)).toMatchObject({ code: 'NOT_A_LEDGER', remakeRef: null });
  const { ref } = core.core.registerLedgerPath(file);
  expect((await failureOf(core.call('ledger.remake', { ref }))).code).toBe('LEDGER_EXISTS');
});

test('a new ledger may have the name of a file of 0 bytes, but not before its backups were shown', async () => {
  const bare = openCore((await emptied(false)).dataDir);
  expect(await bare.call('ledger.create', { title: '団体台帳' })).toMatchObject({ readOnly: false });
  const known = openCore((await emptied(true)).dataDir);
  expect((await failureOf(known.call('ledger.create', { title: '団体台帳' }))).code).toBe('LEDGER_EMPTY');
  expect(await startError(known)).toMatchObject({ backups: [{ verified: true }], remakeRef: expect.any(String) });
});

test('a failed opening while a ledger is open, or one that another opening followed, is not told of any more', async () => {
  const { dataDir } = await emptied(false);
  const core = openCore(dataDir);
  expect(await openFirst(core)).toBe('LEDGER_EMPTY');
  await core.call('ledger.create', { title: '別の台帳' });
  expect(await startError(core)).toBeNull();
  const ref = (await core.call('app.state', {})).ledgers.find(({ title }) => title === '団体台帳')?.ref ?? '';
  expect((await failureOf(core.call('ledger.open', { ref, mode: 'write' }))).code).toBe('LEDGER_EMPTY');
  expect(await startError(core)).toBeNull();
});

test('the sample that was never finished is made again', async () => {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  writeFileSync(path.join(dataDir, 'ledgers', '見本の台帳.daicho'), '');
  expect(await core.call('ledger.openSample', {})).toMatchObject({ title: '見本の台帳' });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 40 });
});

test('no beginning of a ledger is left among the ledgers, nor shown in their list', async () => {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  writeFileSync(path.join(dataDir, 'ledgers', '0123456789ab.daicho-作成中'), 'x');
  await core.call('ledger.create', { title: '団体台帳' });
  await core.call('ledger.close', {});
  expect((await core.call('app.state', {})).ledgers.map(({ fileName }) => fileName)).toEqual(['団体台帳.daicho']);
  expect(readdirSync(path.join(dataDir, 'ledgers')).filter((name) => name.endsWith('.daicho'))).toHaveLength(1);
});
