import { closeSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';

/** What SQLite's rollback journal beside a database says of itself. */
export type Journal = {
  /** Pages the database had before the unfinished write; undefined when the journal's head is not written yet. */
  readonly pagesBefore: number | undefined;
};

const magic = Buffer.from([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
const headBytes = 28;

/** The journal beside a database; null when there is none, or an empty one. */
export function journalBeside(database: string): Journal | null {
  const file = journalOf(database);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return null;
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(headBytes);
    const isWhole = readSync(handle, head) === headBytes && head.subarray(0, magic.length).equals(magic);
    return { pagesBefore: isWhole ? head.readUInt32BE(16) : undefined };
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes sure that no journal lies beside a file that is about to be made: SQLite would take it for an unfinished write of
 * the new one and write old pages into it. One that holds pages of a ledger that was moved away is kept under another name.
 */
export function leaveNoJournal(database: string): void {
  const pages = journalBeside(database)?.pagesBefore ?? 0;
  if (pages === 0) rmSync(journalOf(database), { force: true });
  else renameSync(journalOf(database), `${journalOf(database)}-前の台帳`);
}

function journalOf(database: string): string {
  return `${database}-journal`;
}
