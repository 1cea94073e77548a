import Database from 'better-sqlite3';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Connection } from './connection.ts';
import { holderParams, removeLockNote, writeLockNote } from './lock-note.ts';
import { applicationId, fileStamp, inspectLedgerFile, notMade } from './ledger-file.ts';
import { latestVersion, migrate, versionOf } from './migrate.ts';
import { makeInPlaceOfEmpty, makeWholeFile } from './new-file.ts';
import { type Retired, retired } from './retired.ts';
import { writeFailure } from './write-failure.ts';

export type Ledger = {
  readonly connection: Connection;
  readonly path: string;
  readonly readOnly: boolean;
  /** The previous session ended without closing; SQLite has rolled its unfinished write back. */
  readonly recovered: boolean;
  /** What its log may name although the schema no longer has it. */
  readonly retired: Retired;
  readonly close: () => void;
};

export type OpenOptions = {
  readonly mode: 'write' | 'read';
  /** Written into the lock note, so that a second opener can be told who holds the ledger. */
  readonly actor: string;
  /** Stamp (fileStamp) the file had when it was last known to be whole; while it has the same one, the check at opening is left out. */
  readonly wholeStamp?: string | undefined;
  /** Called before a migration changes an older file; must leave a verified backup or throw. */
  readonly beforeMigration?: (ledger: Ledger) => void;
};

/**
 * Makes a new, empty ledger; a file of 0 bytes, in which nothing can be lost, is no obstacle. Killed on its way, it leaves
 * no file of this name. Errors: LEDGER_EXISTS, LEDGER_NOT_MADE (no such folder, no right to write, disk full).
 */
export function createLedger(path: string, actor: string): Ledger {
  const file = inspectLedgerFile(path);
  if (file.kind !== 'missing' && file.kind !== 'empty') throw new AppError('LEDGER_EXISTS', { file: path });
  const make = file.kind === 'missing' ? makeWholeFile : makeInPlaceOfEmpty;
  try {
    make(path, (unfinished) => fillNewFile(unfinished, actor));
  } catch (error) {
    throw asNotMade(path, error);
  }
  const connection = connect(path, { readOnly: false, check: false });
  writeLockNote(path, actor);
  return toLedger(connection, path, { readOnly: false, recovered: false });
}

function fillNewFile(unfinished: string, actor: string): void {
  const connection = new Database(unfinished);
  try {
    setPragmas(connection);
    connection.pragma(`application_id = ${applicationId}`);
    migrate(connection, { actor, now: new Date() });
  } finally {
    connection.close();
  }
}

function asNotMade(path: string, error: unknown): unknown {
  if (error instanceof AppError) return error;
  const failure = writeFailure(error);
  if (!(failure instanceof AppError)) return error instanceof Error && 'code' in error ? notMade(path, error) : error;
  return new AppError('LEDGER_NOT_MADE', { file: path, ...failure.params }, { cause: error });
}

/**
 * Opens an existing ledger. A file that cannot be opened keeps its bytes and is named by an AppError:
 * LEDGER_MISSING, LEDGER_IS_FOLDER, LEDGER_EMPTY, NOT_A_LEDGER, LEDGER_NEWER, LEDGER_OLD_READ_ONLY, LEDGER_DAMAGED, LEDGER_BUSY.
 */
export function openLedger(path: string, options: OpenOptions): Ledger {
  const file = inspectLedgerFile(path);
  if (file.kind !== 'ledger') throw new AppError(file.error, { file: path, ...file.params });
  const readOnly = options.mode === 'read' || !file.writable;
  if (options.mode === 'read' && file.hotJournal && file.writable)
    connect(path, { readOnly: false, check: true }).close(); // rolls the unfinished write back
  const check = file.hotJournal || options.wholeStamp === undefined || options.wholeStamp !== fileStamp(path);
  const connection = connect(path, { readOnly, check });
  try {
    bringUpToDate(connection, path, { ...options, readOnly });
  } catch (error) {
    connection.close();
    throw writeFailure(error);
  }
  if (!readOnly) writeLockNote(path, options.actor);
  return toLedger(connection, path, { readOnly, recovered: file.hotJournal && !readOnly });
}

type UpToDate = Pick<OpenOptions, 'actor' | 'beforeMigration'> & { readonly readOnly: boolean };

/**
 * Migrates an older ledger. Asks the connection for the version: what the file says of itself before SQLite has rolled an
 * unfinished write back may be the version of a migration that never came to its end.
 */
function bringUpToDate(connection: Connection, path: string, { readOnly, actor, beforeMigration }: UpToDate): void {
  const version = versionOf(connection);
  if (version > latestVersion) throw new AppError('LEDGER_NEWER', { file: path, version, known: latestVersion });
  if (version === latestVersion) return;
  const neverFilled = version === 0 && isWithoutTables(connection); // the program was killed while it made the ledger
  if (version === 0 && !neverFilled) throw new AppError('LEDGER_DAMAGED', { file: path });
  if (readOnly) throw new AppError(neverFilled ? 'LEDGER_EMPTY' : 'LEDGER_OLD_READ_ONLY', { file: path });
  if (neverFilled)
    connection.pragma(`application_id = ${applicationId}`); // it may have been rolled back with the rest
  else beforeMigration?.(toLedger(connection, path, { readOnly: true, recovered: false }));
  migrate(connection, { actor, now: new Date() });
}

function isWithoutTables(connection: Connection): boolean {
  return connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/** Reads a file that nobody has open, such as a backup, as it lies there: without a lock, a note or a check. */
export function lookInto<R>(path: string, look: (connection: Connection) => R): R {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return look(connection);
  } finally {
    connection.close();
  }
}

type Connecting = { readonly readOnly: boolean; readonly check: boolean };

function connect(path: string, { readOnly, check }: Connecting): Connection {
  let connection: Connection | undefined;
  try {
    connection = new Database(path, { readonly: readOnly, fileMustExist: true, timeout: 300 });
    setPragmas(connection);
    if (!readOnly) connection.exec('BEGIN EXCLUSIVE; COMMIT;'); // takes the lock now, so that a second opener is refused at once
    if (check && connection.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new AppError('LEDGER_DAMAGED', { file: path });
    return connection;
  } catch (error) {
    connection?.close();
    throw openError(error, path);
  }
}

function setPragmas(connection: Connection): void {
  connection.pragma('locking_mode = EXCLUSIVE');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY'); // a statement's own journal, kept for its gate trigger, cost a file per statement
  if (connection.readonly) return;
  connection.pragma('journal_mode = DELETE');
  connection.pragma('synchronous = EXTRA');
  connection.pragma('secure_delete = ON');
}

function openError(error: unknown, path: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('LEDGER_BUSY', { file: path, ...holderParams(path) });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('LEDGER_DAMAGED', { file: path });
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_READONLY'))
    return new AppError('LEDGER_UNREADABLE', { file: path });
  return error;
}

function toLedger(
  connection: Connection,
  path: string,
  state: { readonly readOnly: boolean; readonly recovered: boolean },
): Ledger {
  return {
    connection,
    path,
    ...state,
    retired,
    close: () => {
      if (!connection.open) return;
      connection.close();
      if (!state.readOnly) removeLockNote(path);
    },
  };
}
