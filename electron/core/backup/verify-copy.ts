import { statSync } from 'node:fs';
import { passesIntegrityCheck } from '#db/open.ts';
import { hashFile } from '../files/hash-file.ts';

/** Size and digest of a copy that passed SQLite's full integrity check; null when it did not. */
export type VerifiedCopy = { readonly bytes: number; readonly sha256: string } | null;

/** Reads the whole copy: seconds for a ledger of hundreds of megabytes. */
export function verifyCopy(file: string): VerifiedCopy {
  return passesIntegrityCheck(file) ? { bytes: statSync(file).size, sha256: hashFile(file) } : null;
}
