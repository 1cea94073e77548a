import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  existsSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLedger, openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { tempFolder, tempLedger, writeAs } from '../helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

function filledLedger(): string {
  const ledger = tempLedger();
  writeAs(ledger, '追加', (tx) => {
    for (let index = 0; index < 200; index += 1)
      insertOrganization(tx, { name: `第${index}の会`, note: 'あ'.repeat(200) });
  });
  ledger.close();
  return ledger.path;
}

function patch(file: string, offset: number, bytes: number[]): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from(bytes), 0, bytes.length, offset);
  closeSync(handle);
}

const cases: readonly (readonly [string, string, (file: string) => void])[] = [
  ['from a newer program', 'LEDGER_NEWER', (file) => patch(file, 60, [0, 0, 3, 231])],
  ['of another program', 'NOT_A_LEDGER', (file) => patch(file, 68, [1, 2, 3, 4])],
  [
    'that is no database',
    'NOT_A_LEDGER',
    (file) => writeFileSync(file, 'PK\u0003\u0004 not a ledger at all, longer than one hundred bytes '.repeat(4)),
  ],
  ['shorter than a header', 'NOT_A_LEDGER', (file) => truncateSync(file, 40)],
  ['of 0 bytes', 'LEDGER_EMPTY', (file) => truncateSync(file, 0)],
  ['cut in the middle', 'LEDGER_DAMAGED', (file) => truncateSync(file, 40_960)],
  [
    'with a page overwritten',
    'LEDGER_DAMAGED',
    (file) =>
      patch(
        file,
        8192,
        Array.from({ length: 4096 }, () => 0xa5),
      ),
  ],
];

test.each(cases)('a file %s is named by %s in Japanese and keeps its bytes', (_what, code, spoil) => {
  const file = filledLedger();
  spoil(file);
  const before = createHash('sha256').update(readFileSync(file)).digest('hex');
  for (const mode of ['write', 'read'] as const) {
    const error = thrown(() => openLedger(file, { mode, actor: '' }));
    expect(error.code).toBe(code);
    expect(errorText(error)).toMatch(/[ぁ-ん]/);
    expect(errorText(error)).not.toMatch(/\{\w+\}/);
  }
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before);
  expect(existsSync(`${file}-journal`)).toBe(false);
});

test('a folder and a missing file are named', () => {
  const folder = path.join(tempFolder(), '台帳.daicho');
  mkdirSync(folder);
  expect(thrown(() => openLedger(folder, { mode: 'write', actor: '' })).code).toBe('LEDGER_IS_FOLDER');
  expect(thrown(() => openLedger(`${folder}.なし`, { mode: 'write', actor: '' })).code).toBe('LEDGER_MISSING');
  expect(thrown(() => createLedger(folder, '')).code).toBe('LEDGER_EXISTS');
});

test('a file marked read-only opens for reading only, bytes unchanged', () => {
  const file = filledLedger();
  chmodSync(file, 0o444);
  const before = readFileSync(file);
  const ledger = openLedger(file, { mode: 'write', actor: '' });
  expect(ledger.readOnly).toBe(true);
  expect(() => writeAs(ledger, '書込', (tx) => insertOrganization(tx, { name: 'x' }))).toThrow(
    expect.objectContaining({ code: 'READ_ONLY' }),
  );
  ledger.close();
  expect(readFileSync(file).equals(before)).toBe(true);
});

const holder = `
const { openLedger } = await import(process.argv[1]);
const ledger = openLedger(process.argv[2], { mode: 'write', actor: '山本' });
process.stdout.write('open\\n');
process.stdin.on('end', () => { ledger.close(); process.exit(0); }).resume();
`;

test('a ledger open elsewhere is refused at once, saying who holds it, and opens after it is closed', async () => {
  const file = filledLedger();
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, path.resolve('db/open.ts'), file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const before = readFileSync(file);
  const error = thrown(() => openLedger(file, { mode: 'write', actor: '田中' }));
  expect(error.code).toBe('LEDGER_BUSY');
  expect(errorText(error)).toContain('山本 が使用中です');
  expect(readFileSync(file).equals(before)).toBe(true);
  child.stdin.end();
  await new Promise((resolve) => child.once('exit', resolve));
  openLedger(file, { mode: 'write', actor: '田中' }).close();
});

test('after a killed write the ledger reopens with what was saved, and says that it was checked', async () => {
  const file = filledLedger();
  const copy = `${file}.copy.daicho`;
  copyFileSync(file, copy);
  const script = `
    const { openLedger } = await import(process.argv[1]); const { write } = await import(process.argv[2]); const { insertOrganization } = await import(process.argv[3]);
    const ledger = openLedger(process.argv[4], { mode: 'write', actor: '' });
    ledger.connection.pragma('cache_size = 5');
    write(ledger, { command: 'test', label: '途中', actor: '', now: new Date() }, (tx) => {
      for (let index = 0; index < 2000; index += 1) insertOrganization(tx, { name: '途中の会', note: 'い'.repeat(500) });
      process.kill(process.pid, 'SIGKILL');
    });`;
  const files = ['db/open.ts', 'db/write-tx.ts', 'db/organization-rows.ts'].map((name) => path.resolve(name));
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...files, copy], { stdio: 'inherit' });
  await new Promise((resolve) => child.once('exit', resolve));
  expect(existsSync(`${copy}-journal`)).toBe(true);
  const ledger = openLedger(copy, { mode: 'write', actor: '' });
  expect(ledger.recovered).toBe(true);
  expect(ledger.connection.prepare('SELECT count(*) FROM organization').pluck().get()).toBe(200);
  ledger.close();
});
