import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { countStaleListRows } from '#db/organization-list.ts';
import { latestVersion, versionOf } from '#db/migrate.ts';
import { createLedger, openLedger } from '#db/open.ts';
import { oldLedger } from '#tests/helpers/old-ledger.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';
import { thrown } from '#tests/helpers/thrown.ts';
import { type Commit, commitBetween, databaseWith, journalOf } from './hot-journal.ts';

let commit: Commit;
let file: string;

beforeEach(() => {
  const old = oldLedger(tempFolder());
  const before = readFileSync(old);
  openLedger(old, { mode: 'write', actor: '' }).close();
  commit = commitBetween(before, readFileSync(old));
  file = path.join(tempFolder(), '途中の台帳.daicho');
});

type Opened = { readonly version: number; readonly groups: unknown; readonly stale: number; readonly backups: number };

const migrated = { version: latestVersion, groups: ['A', 'B'], stale: 0 };

function opened(): Opened {
  let backups = 0;
  const beforeMigration = (): void => {
    backups += 1;
  };
  const ledger = openLedger(file, { mode: 'write', actor: '', beforeMigration });
  const { connection } = ledger;
  const groups = connection.prepare('SELECT id FROM organization ORDER BY id').pluck().all();
  const found = { version: versionOf(connection), groups, stale: countStaleListRows(connection), backups };
  ledger.close();
  return found;
}

function leave(database: Buffer, journal?: Buffer): void {
  writeFileSync(file, database);
  if (journal !== undefined) writeFileSync(`${file}-journal`, journal);
}

/** The version the bare file claims, and the one it has once SQLite has rolled back what was unfinished. */
function claimedAndTrueVersion(): [claimed: number, truth: number] {
  const claimed = readFileSync(file).readUInt32BE(60);
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  copyFileSync(`${file}-journal`, `${copy}-journal`);
  const connection = new Database(copy);
  const truth = versionOf(connection);
  connection.close();
  return [claimed, truth];
}

/** Every number of pages, and two orders no program writes in but a disk that loses its power may. */
function pagesWritten(): (readonly number[])[] {
  const { changed } = commit;
  const counts = Array.from({ length: changed.length + 1 }, (_, count) => changed.slice(0, count));
  return [...counts, changed.slice(1), changed.filter((_, index) => index % 2 === 0)];
}

describe('a migration that was interrupted', () => {
  test('after any page of its commit is rolled back, backed up and done again', () => {
    expect(commit.changed.length).toBeGreaterThanOrEqual(15);
    for (const pages of pagesWritten()) {
      leave(databaseWith(commit, pages), journalOf(commit, true));
      expect(opened(), `${pages.length} pages`).toEqual({ ...migrated, backups: 1 });
      expect(existsSync(`${file}-journal`)).toBe(false);
      expect(opened(), 'and once more').toEqual({ ...migrated, backups: 0 });
    }
  });

  test('at any point of its journal has changed nothing yet and is done again', () => {
    const journal = journalOf(commit, false);
    for (let bytes = 0; bytes <= journal.length; bytes += 1024) {
      leave(commit.before, journal.subarray(0, bytes));
      expect(opened(), `${bytes} bytes`).toEqual({ ...migrated, backups: 1 });
    }
  });

  test('after its commit is not done again', () => {
    leave(commit.after);
    expect(opened()).toEqual({ ...migrated, backups: 0 });
  });

  test('is not read as if it were done', () => {
    for (const pages of pagesWritten()) {
      leave(databaseWith(commit, pages), journalOf(commit, true));
      expect(thrown(() => openLedger(file, { mode: 'read', actor: '' })).code).toBe('LEDGER_OLD_READ_ONLY');
    }
  });

  test('negative control: the bare file claims a version it does not have, so reading that first would leave it as it is', () => {
    const lies = pagesWritten().filter((pages) => {
      leave(databaseWith(commit, pages), journalOf(commit, true));
      const [claimed, truth] = claimedAndTrueVersion();
      return claimed === latestVersion && truth === 1;
    });
    expect(lies.length).toBeGreaterThanOrEqual(15);
  });
});

test('a ledger that a newer program began to migrate is as it was before', () => {
  const current = path.join(tempFolder(), '台帳.daicho');
  createLedger(current, '').close();
  const before = readFileSync(current);
  const after = Buffer.from(before);
  after.writeUInt32BE(latestVersion + 1, 60);
  leave(databaseWith(commitBetween(before, after), [0]), journalOf(commitBetween(before, after), true));
  openLedger(file, { mode: 'write', actor: '' }).close();
  expect(readFileSync(file).equals(before)).toBe(true);
  leave(after);
  expect(thrown(() => openLedger(file, { mode: 'write', actor: '' })).code).toBe('LEDGER_NEWER');
});
