import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LedgerEntry } from '#shared/contract/app.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Backup } from '../backup/manifest.ts';
import type { ProgramSettings } from '../program-settings.ts';

/** Opaque names for files, so that a page can point at a ledger or a backup without ever saying a path. */
export type LedgerRefs = {
  readonly list: () => LedgerEntry[];
  readonly register: (file: string) => LedgerEntry;
  /** Errors: NOT_FOUND for a name this core did not make. */
  readonly pathOf: (ref: string) => string;
  readonly refOf: (backup: Backup) => string;
};

export function createLedgerRefs(ledgersFolder: string, settings: ProgramSettings): LedgerRefs {
  const known = new Map<string, string>();
  const refTo = (file: string): string => {
    const ref = createHash('sha256').update(path.resolve(file)).digest('hex').slice(0, 32);
    known.set(ref, path.resolve(file));
    return ref;
  };
  const entry = (file: string, recent?: { readonly title: string; readonly usedAt: string }): LedgerEntry => ({
    ref: refTo(file),
    title: recent?.title ?? path.basename(file, path.extname(file)),
    fileName: path.basename(file),
    folder: path.dirname(file),
    usedAt: recent?.usedAt ?? null,
    exists: existsSync(file),
  });
  return {
    list: () => {
      const recent = settings.get().recent;
      const others = ledgerFiles(ledgersFolder).filter((file) => !recent.some((used) => used.path === file));
      return [...recent.map((used) => entry(used.path, used)), ...others.map((file) => entry(file))];
    },
    register: (file) => entry(path.resolve(file)),
    pathOf: (ref) => {
      const file = known.get(ref);
      if (file === undefined) throw new AppError('NOT_FOUND', { what: '台帳' });
      return file;
    },
    refOf: (backup) => refTo(backup.path),
  };
}

function ledgerFiles(folder: string): string[] {
  return entries(folder)
    .filter((name) => name.endsWith('.daicho'))
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
}

/** Someone may have removed the folder while the program runs; the list of ledgers must still show. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
