import { accessSync, closeSync, constants, openSync, readSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ErrorCode } from '#shared/messages/errors.ts';
import { AppError, type ErrorParams } from '#shared/rpc/app-error.ts';
import { journalBeside } from './journal.ts';
import { latestVersion } from './migrate.ts';

/** 'KYOD' in the SQLite header: this file is a ledger of this program. */
export const applicationId = 0x4b594f44;

type Refused = {
  /** empty: not a byte in it, and no journal that knows of any, so that a new ledger in its place loses nothing. */
  readonly kind: 'missing' | 'empty' | 'refused';
  readonly error: ErrorCode;
  readonly params: ErrorParams;
};
type Accepted = {
  readonly kind: 'ledger';
  readonly writable: boolean;
  readonly hotJournal: boolean;
};

const magic = 'SQLite format 3\0';

/**
 * Reads the 100-byte SQLite header without SQLite, so that a foreign file is named and never touched. Beside a journal the
 * version in it may be that of an unfinished write: whoever opens the file asks SQLite for the true one.
 */
export function inspectLedgerFile(path: string): Refused | Accepted {
  const stat = statOf(path);
  if (stat === null) return refused('LEDGER_UNREADABLE');
  if (stat === undefined) return { kind: 'missing', error: 'LEDGER_MISSING', params: {} };
  if (stat.isDirectory()) return refused('LEDGER_IS_FOLDER');
  if (!stat.isFile()) return refused('NOT_A_LEDGER');
  const journal = journalBeside(path);
  if (stat.size === 0)
    return { kind: journal?.holdsPages === true ? 'refused' : 'empty', error: 'LEDGER_EMPTY', params: {} };
  const header = readHeader(path);
  if (header === null) return refused('LEDGER_UNREADABLE');
  if (header.toString('latin1', 0, magic.length) !== magic || header.readUInt32BE(68) !== applicationId)
    return refused('NOT_A_LEDGER');
  const version = header.readUInt32BE(60);
  if (version > latestVersion && journal === null) return refused('LEDGER_NEWER', { version, known: latestVersion });
  // The permission bits as well: an administrator may write anything, but a file marked read-only was meant so.
  const writable = (stat.mode & 0o222) !== 0 && mayWrite(path) && mayWrite(dirname(path));
  return { kind: 'ledger', writable, hotJournal: journal !== null };
}

/**
 * What tells one state of a file from another without reading it; '' when there is none. The change time is in it, which no
 * program sets: a file that was altered and given its old date back has another stamp.
 */
export function fileStamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? '' : [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
}

/** Why a file could not be made, in words. */
export function notMade(path: string, error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = notMadeReasons[code] ?? '置き場所に届きません';
  return new AppError('LEDGER_NOT_MADE', { file: path, reason }, { cause: error });
}

const notMadeReasons: Readonly<Record<string, string>> = {
  ENOENT: 'フォルダーが見つかりません',
  ENOSPC: 'ディスクの空き容量が足りません',
  EACCES: '書き込みが許されていない場所です',
  EPERM: '書き込みが許されていない場所です',
  EROFS: '書き込みが許されていない場所です',
  ENAMETOOLONG: '名前が長すぎます',
};

/** The folder must be writable as well: SQLite keeps its journal there. */
function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** undefined: no such file; null: nobody can say (a folder on the way may not be read, a link runs in a circle). */
function statOf(path: string): Stats | undefined | null {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return null;
  }
}

function refused(error: ErrorCode, params: ErrorParams = {}): Refused {
  return { kind: 'refused', error, params };
}

function readHeader(path: string): Buffer | null {
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(100);
      readSync(file, header, 0, 100, 0);
      return header;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}
