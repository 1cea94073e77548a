import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkLedger, isSound } from '#db/check.ts';
import { applicationId } from '#db/ledger-file.ts';
import { makeInPlaceOfEmpty, makeWholeFile } from '#db/new-file.ts';
import { createLedger, type Ledger, openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { commitBetween, journalOf } from '../fault/hot-journal.ts';
import { tempFolder, tempLedger, writeAs } from '../helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

let file: string;
const journal = (): string => `${file}-journal`;

beforeEach(() => {
  file = path.join(tempFolder(), '途中の台帳.daicho');
});

const open = (): Ledger => openLedger(file, { mode: 'write', actor: '' });

/** A SQLite file with our mark and not a table, as a program left it that was killed between the two. */
function marked(): Buffer {
  const connection = new Database(file);
  connection.pragma(`application_id = ${applicationId}`);
  connection.close();
  return readFileSync(file);
}

function expectUsable(ledger: Ledger): void {
  writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会' }));
  ledger.close();
  const again = open();
  expect(isSound(checkLedger(again))).toBe(true);
  expect(again.connection.prepare('SELECT name FROM organization').pluck().all()).toEqual(['虹の会']);
  again.close();
}

/** The journal of a first write that is rolled back to nothing. */
function firstJournal(after: Buffer): Buffer {
  const nothing = Buffer.from(after);
  nothing.writeUInt16BE(4096, 16);
  const head = journalOf({ before: nothing, after, pageSize: 4096, changed: [] }, true);
  head.writeUInt32BE(0, 16);
  return head;
}

describe('a ledger that was never finished', () => {
  test('with our mark and no table is finished at opening', () => {
    marked();
    expectUsable(open());
  });

  test('whose mark itself is rolled back at opening is finished as well', () => {
    writeFileSync(journal(), firstJournal(marked()));
    expectUsable(open());
  });

  test('is named when it is opened for reading only', () => {
    marked();
    expect(thrown(() => openLedger(file, { mode: 'read', actor: '' })).code).toBe('LEDGER_EMPTY');
  });

  test.each([
    ['and no journal', undefined],
    ['and an empty journal', Buffer.alloc(0)],
    ['and a journal that was just begun', Buffer.alloc(512)],
    ['and the journal of a first write', firstJournal(Buffer.alloc(4096))],
  ])('of 0 bytes %s is named at opening, and made anew by that name', (_what, left) => {
    writeFileSync(file, '');
    if (left !== undefined) writeFileSync(journal(), left);
    expect(thrown(open).code).toBe('LEDGER_EMPTY');
    expectUsable(createLedger(file, ''));
    expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });
});

describe('what is not a ledger on its way is not taken for one', () => {
  test('a file of 0 bytes whose journal holds pages of what was in it', () => {
    const before = Buffer.from(marked());
    writeFileSync(journal(), journalOf(commitBetween(before, Buffer.alloc(before.length)), true));
    writeFileSync(file, '');
    expect(thrown(open).code).toBe('LEDGER_EMPTY');
    expect(thrown(() => createLedger(file, '')).code).toBe('LEDGER_EXISTS');
    expect(existsSync(journal())).toBe(true);
  });

  test('a file with our mark and tables but no version', () => {
    const full = tempLedger();
    full.close();
    copyFileSync(full.path, file);
    const bytes = readFileSync(file);
    bytes.writeUInt32BE(0, 60);
    writeFileSync(file, bytes);
    expect(thrown(open).code).toBe('LEDGER_DAMAGED');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('a database of another program, with or without tables', () => {
    const connection = new Database(file);
    connection.pragma('application_id = 7');
    connection.close();
    const bytes = readFileSync(file);
    expect(thrown(open).code).toBe('NOT_A_LEDGER');
    expect(thrown(() => createLedger(file, '')).code).toBe('LEDGER_EXISTS');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

test('the journal of a ledger that was moved away is not written into a new one of its name, and is kept', () => {
  const moved = tempLedger();
  moved.close();
  const before = readFileSync(moved.path);
  const pages = journalOf(commitBetween(before, Buffer.alloc(before.length, 1)), true);
  writeFileSync(journal(), pages);
  expectUsable(createLedger(file, ''));
  expect(readFileSync(`${journal()}-前の台帳`).equals(pages)).toBe(true);
});

describe('a name that somebody else takes while a ledger is made', () => {
  const theirs = (): void => writeFileSync(file, 'theirs');

  test.each([
    ['new', makeWholeFile],
    ['in place of an empty file', makeInPlaceOfEmpty],
  ])('%s: is theirs, with their bytes and their journal, and nothing is left beside it', (_how, make) => {
    const theirJournal = journalOf(commitBetween(Buffer.from(marked()), Buffer.alloc(4096)), true);
    rmSync(file);
    const failure = thrown(() =>
      make(file, () => {
        theirs();
        writeFileSync(journal(), theirJournal);
      }),
    );
    expect(failure.code).toBe('LEDGER_EXISTS');
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readFileSync(journal()).equals(theirJournal)).toBe(true);
    expect(readdirSync(path.dirname(file))).toHaveLength(2);
  });
});
