import { readFileSync, rmSync } from 'node:fs';
import { AppError } from '#shared/rpc/app-error.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { readBeside } from '../files/read-beside.ts';
import { writingWork } from '../session/work-failure.ts';
import type { PostalEntry } from './postal-entry.ts';
import { decodePostalTable, encodePostalTable, type PostalTable } from './postal-table.ts';

/** The table that ships with the program: Japan Post's 住所の郵便番号, on which it claims no rights. scripts/make-postal-table.mjs renews it. */
export const bundledTableFile = 'postal-codes.txt.gz';

type Loaded = { readonly table: PostalTable; readonly source: 'bundled' | 'file' };

/** The postal codes of this computer: a list the user brought, else the bundled one. Read when first asked for. */
export type PostalCodes = {
  readonly current: () => Loaded;
  /** Errors: those of writeFileAtomically; the list stays as it was then. */
  readonly replace: (entries: readonly PostalEntry[]) => Promise<void>;
  readonly reset: () => void;
};

export function createPostalCodes(file: string): PostalCodes {
  let loaded: Loaded | null = null;
  return {
    current: () => {
      loaded ??= loadOwn(file) ?? { table: loadBundled(), source: 'bundled' };
      return loaded;
    },
    replace: async (entries) => {
      await writeFileAtomically(file, encodePostalTable(entries, ''));
      loaded = null;
    },
    reset: () => {
      writingWork(file, () => rmSync(file, { force: true }));
      loaded = null;
    },
  };
}

/** null when there is none; a damaged one counts as none, so that an address can always be looked up. */
function loadOwn(file: string): Loaded | null {
  try {
    return { table: decodePostalTable(readFileSync(file)), source: 'file' };
  } catch {
    return null;
  }
}

/** Errors: POSTAL_MISSING when the installation is incomplete. */
function loadBundled(): PostalTable {
  const bytes = readBeside(import.meta.url, 'postal', bundledTableFile);
  if (bytes === null) throw new AppError('POSTAL_MISSING', { file: bundledTableFile });
  return decodePostalTable(bytes);
}
