import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashFile } from '../files/hash-file.ts';

/** What is known of one backup; kept beside it as <file>.json and written last, so that an unfinished backup is never listed. */
export type BackupManifest = {
  readonly takenAt: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly changeSeq: number;
};
export type Backup = BackupManifest & { readonly path: string; readonly fileName: string };

const unfinished = '.作成中';
const keepNewest = 5;
const keepAtMost = 60;
const keepBytes = 2 * 1024 ** 3;

/** The name a backup is written under until it is verified. */
export function unfinishedName(file: string): string {
  return `${file}${unfinished}`;
}

/** Removes what a failed backup wrote; what cannot be removed now goes with the next wipeUnfinished. */
export function discardUnfinished(file: string): void {
  try {
    rmSync(unfinishedName(file), { force: true });
  } catch {
    // The reason of the failure matters more than this.
  }
}

/** Gives a verified copy its final name and, last of all, its manifest. */
export function publishBackup(file: string, manifest: BackupManifest): Backup {
  renameSync(unfinishedName(file), file);
  writeFileSync(`${file}.json`, JSON.stringify(manifest), { flush: true });
  return { ...manifest, path: file, fileName: path.basename(file) };
}

/** Finished backups of one folder, newest first; a manifest without its backup, or half of one, is no backup. */
export function readBackups(folder: string): Backup[] {
  return entries(folder)
    .filter((name) => name.endsWith('.daicho.json'))
    .flatMap((name) => readManifest(folder, name))
    .sort((a, b) => b.changeSeq - a.changeSeq || (a.fileName < b.fileName ? 1 : -1));
}

/** Removes what a program that ended in the middle of a backup left behind. Only the holder of the ledger may call it. */
export function wipeUnfinished(folder: string): void {
  for (const name of entries(folder)) {
    if (name.includes(unfinished)) rmSync(path.join(folder, name), { force: true });
  }
}

/** Removes old backups: the newest five always stay, more only while all together are below 2 GB and sixty. */
export function thinOut(folder: string): void {
  let bytes = 0;
  readBackups(folder).forEach((backup, index) => {
    bytes += backup.bytes;
    if (index < keepNewest || (index < keepAtMost && bytes <= keepBytes)) return;
    rmSync(`${backup.path}.json`, { force: true });
    rmSync(backup.path, { force: true });
  });
}

/** Whether the file still holds what was verified when it was taken. */
export function isIntact(backup: Backup): boolean {
  return hashFile(backup.path) === backup.sha256;
}

function readManifest(folder: string, name: string): Backup[] {
  const file = path.join(folder, name.slice(0, -'.json'.length));
  try {
    const manifest = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as BackupManifest; // boundary: our own file, size checked below
    return statSync(file).size === manifest.bytes ? [{ ...manifest, path: file, fileName: path.basename(file) }] : [];
  } catch {
    return [];
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no backup yet
  }
}
