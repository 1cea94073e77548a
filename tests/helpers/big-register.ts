import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { write } from '#db/write-tx.ts';
import { invented } from './invented-group.ts';

const root = path.resolve(import.meta.dirname, '../..');
const cacheFolder = path.join(root, '.cache/registers');
const groupsInOneImport = 10_000;
/** What decides the bytes of a ledger of invented groups: when one of them changes, the kept file is no longer true. */
const sources = [
  'db/organization-list.ts',
  'db/organization-search.ts',
  'db/organization-places.ts',
  'db/organization-rows.ts',
  'db/change-log.ts',
  'db/write-tx.ts',
  'shared/domain/organization/cell-words.ts',
  'tests/helpers/big-register.ts',
  'tests/helpers/invented-group.ts',
];

/**
 * A closed ledger of `count` invented groups, the same ones every time, made through WriteTx in imports of 10,000 and kept
 * in .cache between runs. The file is the kept one: copy it (see copyOfBigRegister) before anything writes to it.
 */
export function bigRegister(count: number): string {
  const key = createHash('sha256');
  const migrations = readdirSync(path.join(root, 'db/migrations')).sort();
  for (const file of [...migrations.map((name) => `db/migrations/${name}`), ...sources])
    key.update(readFileSync(path.join(root, file)));
  const file = path.join(cacheFolder, `${count}-${key.digest('hex').slice(0, 12)}.daicho`);
  if (existsSync(file)) return file;
  mkdirSync(cacheFolder, { recursive: true });
  const partial = `${file}.${process.pid}`;
  rmSync(partial, { force: true });
  build(partial, count);
  renameSync(partial, file);
  return file;
}

/** The same, copied into `folder`, for whoever writes to it. */
export function copyOfBigRegister(count: number, folder: string): string {
  const copy = path.join(folder, `架空の台帳 ${count}.daicho`);
  copyFileSync(bigRegister(count), copy);
  return copy;
}

function build(file: string, count: number): void {
  const ledger = createLedger(file, '計測');
  ledger.connection.pragma('synchronous = OFF'); // this file is thrown away if the machine stops here
  for (let start = 0; start < count; start += groupsInOneImport) {
    const end = Math.min(count, start + groupsInOneImport);
    const now = new Date(Date.UTC(2026, 3, 1, 0, 0, start / groupsInOneImport));
    write(ledger, { command: 'import.apply', label: `架空の団体 ${end} まで`, actor: '計測', now }, (tx) => {
      for (let index = start; index < end; index += 1) insertOrganization(tx, invented(index));
    });
  }
  ledger.close();
}
