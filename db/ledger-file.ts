import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { ErrorCode } from '#shared/messages/errors.ts';
import type { ErrorParams } from '#shared/rpc/app-error.ts';
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
  const stat = statSync(path, { throwIfNoEntry: false });
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
  // The permission bits, not access(2): an administrator may write anything, but a file marked read-only was meant so.
  return { kind: 'ledger', version, writable: (stat.mode & 0o222) !== 0, hotJournal: (journal?.size ?? 0) > 0 };
}

/**
 * What tells one state of a file from another without reading it; '' when there is none. The change time is in it, which no
 * program sets: a file that was altered and given its old date back has another stamp.
 */
export function fileStamp(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? '' : [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(':');
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
