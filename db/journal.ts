import { closeSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';

/** SQLite's rollback journal beside a database. */
export type Journal = {
  /** It can give back pages that were in the database before the unfinished write; so may one that cannot be read. */
  readonly holdsPages: boolean;
};

const magic = Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
const headBytes = 28;
const placeOfPageCount = 16;

/** The journal beside a database; null when there is none, or an empty one. */
export function journalBeside(database: string): Journal | null {
  const file = journalOf(database);
  if (sizeOf(file) === 0) return null;
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(headBytes);
      const isWhole = readSync(handle, head) === headBytes && head.subarray(0, magic.length).equals(magic);
      return { holdsPages: isWhole && head.readUInt32BE(placeOfPageCount) > 0 };
    } finally {
      closeSync(handle);
    }
  } catch {
    return { holdsPages: true };
  }
}

/**
 * Makes sure that no journal lies beside a file that is about to be made: SQLite would take it for an unfinished write of
 * the new one and write old pages into it. One that holds pages of a ledger that was moved away is kept under another name.
 */
export function leaveNoJournal(database: string): void {
  const file = journalOf(database);
  if (journalBeside(database)?.holdsPages === true) renameSync(file, `${file}-前の台帳`);
  else rmSync(file, { force: true });
}

function journalOf(database: string): string {
  return `${database}-journal`;
}

/** 0 also for a name too long to exist. */
function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
