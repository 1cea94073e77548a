import Database from 'better-sqlite3';
import { AppError } from '#shared/rpc/app-error.ts';
import { holderParams, removeLockNote, writeLockNote } from './lock-note.ts';
import { applicationId, claimNewFile, fileStamp, inspectLedgerFile, removeUnmade } from './ledger-file.ts';
import { latestVersion, migrate } from './migrate.ts';
import { writeFailure } from './write-failure.ts';

/** The one SQLite handle of an open ledger. Only db/ touches it. */
export type Connection = Database.Database;

export type Ledger = {
  readonly connection: Connection;
  readonly path: string;
  readonly readOnly: boolean;
  /** The previous session ended without closing; SQLite has rolled its unfinished write back. */
  readonly recovered: boolean;
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

/** Makes a new, empty ledger. Errors: LEDGER_EXISTS, LEDGER_NOT_MADE (no such folder, no right to write, disk full); then no file is left. */
export function createLedger(path: string, actor: string): Ledger {
  if (inspectLedgerFile(path).kind !== 'missing') throw new AppError('LEDGER_EXISTS', { file: path });
  claimNewFile(path);
  const connection = fillNewFile(path);
  writeLockNote(path, actor);
  return toLedger(connection, path, { readOnly: false, recovered: false });
}

function fillNewFile(path: string): Connection {
  let connection: Connection | undefined;
  try {
    connection = new Database(path);
    connection.pragma(`application_id = ${applicationId}`);
    setPragmas(connection);
    migrate(connection);
    return connection;
  } catch (error) {
    connection?.close();
    removeUnmade(path);
    const failure = writeFailure(error);
    if (!(failure instanceof AppError)) throw error;
    const { reason = '' } = failure.params;
    throw new AppError('LEDGER_NOT_MADE', { file: path, reason }, { retryable: true, cause: error });
  }
}

/**
 * Opens an existing ledger. A file that cannot be opened keeps its bytes and is named by an AppError:
 * LEDGER_MISSING, LEDGER_IS_FOLDER, LEDGER_EMPTY, NOT_A_LEDGER, LEDGER_NEWER, LEDGER_OLD_READ_ONLY, LEDGER_DAMAGED, LEDGER_BUSY.
 */
export function openLedger(path: string, options: OpenOptions): Ledger {
  const file = inspectLedgerFile(path);
  if (file.kind !== 'ledger') throw new AppError(file.error, { file: path, ...file.params });
  const readOnly = options.mode === 'read' || !file.writable;
  if (readOnly && file.version < latestVersion) throw new AppError('LEDGER_OLD_READ_ONLY', { file: path });
  if (options.mode === 'read' && file.hotJournal && file.writable)
    connect(path, { readOnly: false, check: true }).close(); // rolls the unfinished write back
  const check = file.hotJournal || options.wholeStamp === undefined || options.wholeStamp !== fileStamp(path);
  const connection = connect(path, { readOnly, check });
  try {
    if (!readOnly && file.version < latestVersion) {
      options.beforeMigration?.(toLedger(connection, path, { readOnly: true, recovered: false }));
      migrate(connection);
    }
  } catch (error) {
    connection.close();
    throw error;
  }
  if (!readOnly) writeLockNote(path, options.actor);
  return toLedger(connection, path, { readOnly, recovered: file.hotJournal && !readOnly });
}

/** Runs a check over a file that nobody has open; used for fresh backups. Returns false when anything is wrong. */
export function passesIntegrityCheck(path: string): boolean {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const orphans: unknown = connection.pragma('foreign_key_check');
    return (
      connection.pragma('integrity_check', { simple: true }) === 'ok' && Array.isArray(orphans) && orphans.length === 0
    );
  } catch {
    return false;
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
    return new AppError('LEDGER_BUSY', { file: path, ...holderParams(path) }, { retryable: true });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
    return new AppError('LEDGER_DAMAGED', { file: path });
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY')
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
    close: () => {
      if (!connection.open) return;
      connection.close();
      if (!state.readOnly) removeLockNote(path);
    },
  };
}
