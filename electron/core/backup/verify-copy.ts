import { statSync } from 'node:fs';
import { checkCopy } from '#db/copy.ts';
import type { LogHead } from '#db/log-head.ts';
import { hashFile } from '../files/hash-file.ts';

/** Size, digest and state of a copy that passed SQLite's full integrity check; null when it did not. */
export type VerifiedCopy = (LogHead & { readonly bytes: number; readonly sha256: string }) | null;

/** Reads the whole copy: seconds for a ledger of hundreds of megabytes. */
export function verifyCopy(file: string): VerifiedCopy {
  const head = checkCopy(file);
  return head === null ? null : { ...head, bytes: statSync(file).size, sha256: hashFile(file) };
}
