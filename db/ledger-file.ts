import { accessSync, closeSync, constants, openSync, readSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ErrorCode } from '#shared/messages/errors.ts';
import { AppError, type ErrorParams } from '#shared/rpc/app-error.ts';
import { latestVersion } from './migrate.ts';

/** 'KYOD' in the SQLite header: this file is a ledger of this program. */
export const applicationId = 0x4b594f44;

type Refused = { readonly kind: 'missing' | 'refused'; readonly error: ErrorCode; readonly params: ErrorParams };
type Accepted = {
  readonly kind: 'ledger';
  readonly version: number;
  readonly writable: boolean;
  readonly hotJournal: boolean;
};

const magic = 'SQLite format 3\0';

/** Reads the 100-byte SQLite header without SQLite, so that a foreign file is named and never touched. */
export function inspectLedgerFile(path: string): Refused | Accepted {
  const stat = statOf(path);
  if (stat === null) return refused('LEDGER_UNREADABLE');
  if (stat === undefined) return { kind: 'missing', error: 'LEDGER_MISSING', params: {} };
  if (stat.isDirectory()) return refused('LEDGER_IS_FOLDER');
  if (!stat.isFile()) return refused('NOT_A_LEDGER');
  if (stat.size === 0) return refused('LEDGER_EMPTY');
  const header = readHeader(path);
  if (header === null) return refused('LEDGER_UNREADABLE');
  if (header.toString('latin1', 0, magic.length) !== magic || header.readUInt32BE(68) !== applicationId)
    return refused('NOT_A_LEDGER');
  const version = header.readUInt32BE(60);
  if (version > latestVersion) return refused('LEDGER_NEWER', { version, known: latestVersion });
  const journal = statSync(`${path}-journal`, { throwIfNoEntry: false });
  // The permission bits as well: an administrator may write anything, but a file marked read-only was meant so.
  const writable = (stat.mode & 0o222) !== 0 && mayWrite(path) && mayWrite(dirname(path));
  return { kind: 'ledger', version, writable, hotJournal: (journal?.size ?? 0) > 0 };
}

/**
 * What tells one state of a file from another without reading it; '' when there is none. The change time is in it, which no
 * program sets: a file that was altered and given its old date back has another stamp.
 */
export function fileStamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? '' : [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
}

/** Makes an empty file that is this caller's alone: two programs never make the same ledger. Errors: LEDGER_EXISTS, LEDGER_NOT_MADE. */
export function claimNewFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw new AppError('LEDGER_EXISTS', { file: path });
    const reason = claimReasons[code] ?? '置き場所に届きません';
    throw new AppError('LEDGER_NOT_MADE', { file: path, reason }, { retryable: true, cause: error });
  }
}

const claimReasons: Readonly<Record<string, string>> = {
  ENOENT: 'フォルダーが見つかりません',
  ENOSPC: 'ディスクの空き容量が足りません',
  EACCES: '書き込みが許されていない場所です',
  EPERM: '書き込みが許されていない場所です',
  EROFS: '書き込みが許されていない場所です',
  ENAMETOOLONG: '名前が長すぎます',
};

/** Removes the beginning of a ledger that could not be finished; what cannot be removed was never written. */
export function removeUnmade(path: string): void {
  for (const file of [path, `${path}-journal`]) {
    try {
      rmSync(file, { force: true });
    } catch {
      // The reason why it could not be made matters more.
    }
  }
}

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
