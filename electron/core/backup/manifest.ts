import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { headOfCopy } from '#db/copy.ts';
import { fileStamp } from '#db/ledger-file.ts';
import type { LogHead } from '#db/log-head.ts';
import { hashFile } from '../files/hash-file.ts';
import { discardUnfinished, unfinishedName } from './unfinished.ts';

const schema = z.object({
  takenAt: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Newest change set in the copy and its hash, which tells apart the states of two branches with the same number. */
  changeSeq: z.number(),
  /** Earlier versions did not write it: the copy itself is asked once. */
  hash: z.string().optional(),
  /** What was taken later has the higher number, whatever the clock said; 0 in manifests of earlier versions. */
  number: z.number().default(0),
  /** Stamp of the file when it was last known to be what was verified. */
  stamp: z.string().optional(),
});

/** What is known of one backup; kept beside it as <file>.json. */
export type BackupManifest = z.infer<typeof schema>;
export type Backup = BackupManifest & { readonly path: string; readonly fileName: string };

/** A backup by the name of its file; null for one that is not finished, is gone, or has not the size it had. */
export function readManifest(file: string): Backup | null {
  try {
    const manifest = schema.parse(JSON.parse(readFileSync(manifestName(file), 'utf8')));
    return statSync(file).size === manifest.bytes ? { ...manifest, path: file, fileName: path.basename(file) } : null;
  } catch {
    return null;
  }
}

/** Notes what was found out about a backup. A folder that refuses it only makes the next one ask again. */
export function remember({ path: file }: Pick<Backup, 'path'>, found: Partial<BackupManifest>): void {
  try {
    const known = readManifest(file);
    if (known !== null) writeManifest(file, { ...known, ...found });
  } catch {
    // Asked again.
  }
}

/** Whole or not at all: a manifest that is rewritten must never be missing. */
export function writeManifest(file: string, manifest: BackupManifest): void {
  const name = manifestName(file);
  try {
    writeFileSync(unfinishedName(name), JSON.stringify(schema.parse(manifest)), { flush: true });
    renameSync(unfinishedName(name), name);
  } catch (error) {
    discardUnfinished(name);
    throw error;
  }
}

export function manifestName(file: string): string {
  return `${file}.json`;
}

/** The state in a backup; null when only the file could tell and cannot be read. */
export function headOf(backup: Backup): LogHead | null {
  const { hash, changeSeq } = backup;
  if (hash !== undefined) return { hash, changeSeq };
  const head = headOfCopy(backup.path);
  if (head !== null) remember(backup, head);
  return head;
}

/** Whether the file still holds what was verified when it was taken. Reads it. */
export function isIntact(backup: Backup): boolean {
  return hashFile(backup.path) === backup.sha256;
}

/** The same, reading only a file that was touched since it was last known to be intact; false when it cannot be read. */
export function isKnownIntact(backup: Backup): boolean {
  try {
    const stamp = fileStamp(backup.path);
    if (stamp === backup.stamp) return true;
    if (!isIntact(backup)) return false;
    remember(backup, { stamp });
    return true;
  } catch {
    return false;
  }
}
