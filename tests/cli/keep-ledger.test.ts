import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLedger, openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { write } from '#db/write-tx.ts';
import { daicho, fixturePath, holdLedger } from '#tests/helpers/daicho.ts';

/** A closed ledger of 300 groups. */
function ledgerFile(folder: string): string {
  const file = path.join(folder, '台帳.daicho');
  const ledger = createLedger(file, '');
  write(ledger, { command: 'test', label: '追加', actor: '', now: new Date() }, (tx) => {
    for (let index = 0; index < 300; index += 1)
      insertOrganization(tx, { name: `虹の会${index}`, phone: '083-226-4040', city: '下関市' });
  });
  ledger.close();
  return file;
}

test('check finds a sound ledger sound, and says what is wrong with others, without changing a byte', () => {
  const { run, json, folder } = daicho();
  const sound = ledgerFile(folder);
  expect(json('check', sound)).toEqual({
    ok: true,
    damage: [],
    brokenReferences: 0,
    tamperedChangeSets: [],
    alteredRows: 0,
    staleListRows: 0,
  });
  for (const [what, spoil, found] of damages) {
    const file = path.join(folder, `${what}.daicho`);
    copyFileSync(sound, file);
    spoil(file);
    const before = readFileSync(file);
    const { status, stdout } = run('check', file, '--json');
    expect([what, status]).toEqual([what, 1]);
    expect(JSON.parse(stdout)).toMatchObject(found);
    expect(readFileSync(file).equals(before)).toBe(true);
  }
});

type Damage = readonly [what: string, spoil: (file: string) => void, found: object];

const damages: readonly Damage[] = [
  ['cut', (file) => writeFileSync(file, readFileSync(file).subarray(0, 65_536)), { error: { code: 'LEDGER_DAMAGED' } }],
  ['overwritten', (file) => overwrite(file, 3 * 4096, 4096), { error: { code: 'LEDGER_DAMAGED' } }],
  // No check of SQLite's own notices these: the pages are in order, only the values are others.
  ['one value', (file) => replaceOnce(file, '虹の会123', '虹の会923'), { ok: false, damage: [] }],
  [
    'changed by hand',
    (file) => byHand(file, "UPDATE organization SET members = 5 WHERE name = '虹の会7'"),
    { ok: false, alteredRows: 1 },
  ],
  [
    'removed by hand',
    (file) => byHand(file, 'DELETE FROM org_contact WHERE rowid = (SELECT max(rowid) FROM org_contact)'),
    { ok: false, alteredRows: 1 },
  ],
  ['a forged log', (file) => forge(file), { ok: false, tamperedChangeSets: [expect.any(String)] }],
];

function overwrite(file: string, offset: number, length: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, offset, offset + length);
  writeFileSync(file, bytes);
}

/** The last place: pages of the data tables lie before those of the log. */
function replaceOnce(file: string, text: string, other: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  if (at < 0) throw new Error(`${text} is not in the file`);
  bytes.write(other, at);
  writeFileSync(file, bytes);
}

function byHand(file: string, sql: string): void {
  const ledger = openLedger(file, { mode: 'write', actor: '' });
  ledger.connection.exec(`BEGIN; INSERT INTO write_gate (open) VALUES (1); ${sql}; DELETE FROM write_gate; COMMIT;`);
  ledger.close();
}

function forge(file: string): void {
  byHand(file, "DROP TRIGGER change_set_no_update; UPDATE change_set SET actor = 'だれか'");
}

const names: readonly (readonly [string, string, (file: string) => void])[] = [
  ['newer', 'LEDGER_NEWER', (file) => patch(file, 60, [0, 0, 3, 231])],
  ['foreign', 'NOT_A_LEDGER', (file) => patch(file, 68, [1, 2, 3, 4])],
  ['empty', 'LEDGER_EMPTY', (file) => writeFileSync(file, '')],
  ['a workbook', 'NOT_A_LEDGER', (file) => copyFileSync(fixturePath('登録団体一覧_R7.xlsx'), file)],
];

function patch(file: string, offset: number, bytes: readonly number[]): void {
  const all = readFileSync(file);
  all.set(bytes, offset);
  writeFileSync(file, all);
}

test('a file that is no ledger of this program is named and keeps its bytes, whatever the command', () => {
  const { run, folder } = daicho();
  const sound = ledgerFile(folder);
  for (const [what, code, spoil] of names) {
    const file = path.join(folder, `${what}.daicho`);
    copyFileSync(sound, file);
    spoil(file);
    const before = readFileSync(file);
    const { status, stdout, stderr } = run(what === 'newer' ? 'summary' : 'undo', file, '--json');
    expect([status, JSON.parse(stdout)]).toEqual([1, { error: { code, message: stderr.trim() } }]);
    expect(stderr).toMatch(/[ぁ-ん]/);
    expect(readFileSync(file).equals(before)).toBe(true);
  }
});

test('a ledger that another program holds is refused by every command, naming the holder, and keeps its bytes', async () => {
  const { run, folder } = daicho();
  const file = ledgerFile(folder);
  const release = await holdLedger(file, '山本');
  const before = readFileSync(file);
  for (const command of [
    ['summary', file],
    ['undo', file],
    ['check', file],
    ['import', fixturePath('登録団体一覧_R7.xlsx'), '--ledger', file],
  ]) {
    const { status, stderr } = run(...command);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/山本 が使用中です\(\d{4}\/\d\d\/\d\d \d+:\d\d から\)/),
    ]);
  }
  expect(readFileSync(file).equals(before)).toBe(true);
  await release();
  expect(run('summary', file).status).toBe(0);
});

test('a read-only ledger can be read and backed up, but not changed', () => {
  const { run, json, folder, dataDir } = daicho();
  const file = ledgerFile(folder);
  chmodSync(file, 0o444);
  const before = readFileSync(file);
  expect(run('summary', file).status).toBe(0);
  expect(run('undo', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('読み取り専用') });
  const made = json('backup', file);
  expect(made).toEqual({
    fileName: expect.stringMatching(/^台帳_\d{8}-\d{6}_1\.daicho$/),
    takenAt: expect.any(String),
    bytes: expect.any(Number),
    verified: true,
  });
  expect(readdirSync(path.join(dataDir, 'backups'))).toHaveLength(1);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('backup --out writes a verified ledger to a new file and never over an existing one', () => {
  const { run, json, folder, at } = daicho();
  const file = ledgerFile(folder);
  expect(json('backup', file, '--out', at('控え.daicho'))).toMatchObject({
    fileName: at('控え.daicho'),
    verified: true,
  });
  expect(json('summary', at('控え.daicho'))).toMatchObject({ organizations: { total: 300 } });
  writeFileSync(at('ある.daicho'), '前の内容');
  expect(run('backup', file, '--out', at('ある.daicho')).status).toBe(1);
  expect(readFileSync(at('ある.daicho'), 'utf8')).toBe('前の内容');
  expect(run('backup', file, '--out', at('ない/控え.daicho'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('保存先のフォルダー'),
  });
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a data folder that cannot be written is named, and the ledger is left alone', () => {
  const { run, folder, at } = daicho();
  const file = ledgerFile(folder);
  writeFileSync(at('ファイル'), '');
  const { status, stdout, stderr } = run('undo', file, '--data-dir', at('ファイル'), '--json');
  expect([status, JSON.parse(stdout).error.code]).toEqual([1, 'DATA_FOLDER_UNWRITABLE']);
  expect(stderr).toContain('データの置き場所');
  expect(run('check', file).status).toBe(0);
});

test('a ledger cannot be made where there is no folder', () => {
  const { run, at } = daicho();
  const { status, stderr } = run('import', fixturePath('登録団体一覧_R7.xlsx'), '--ledger', at('ない/台帳.daicho'));
  expect([status, stderr]).toEqual([1, expect.stringContaining('フォルダーが見つかりません')]);
  expect(existsSync(at('ない'))).toBe(false);
});
