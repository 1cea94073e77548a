import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const ending = '.作成中';

/** The name a backup is written under until it is verified. */
export function unfinishedName(file: string): string {
  return `${file}${ending}`;
}

/** Removes what a failed backup wrote; what cannot be removed now goes with the next wipeUnfinished. */
export function discardUnfinished(file: string): void {
  try {
    rmSync(unfinishedName(file), { force: true });
  } catch {
    // The reason of the failure matters more than this.
  }
}

/** Removes what a program that ended in the middle of a backup left behind. Only the holder of the ledger may call it. */
export function wipeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes(ending)) rmSync(path.join(folder, name), { force: true });
  }
}
