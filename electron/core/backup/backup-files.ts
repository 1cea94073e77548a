import { existsSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fileStamp } from '#db/ledger-file.ts';
import { type Backup, type BackupManifest, manifestName, readManifest, remember, writeManifest } from './manifest.ts';
import { unfinishedName } from './unfinished.ts';

/**
 * Gives a verified copy its final name. Its manifest is there before, so that the one renaming is what lists it: killed
 * earlier, there is no backup, and no file that nobody knows either.
 */
export function publishBackup(file: string, about: Omit<BackupManifest, 'number' | 'stamp'>): Backup {
  const last = Math.max(0, ...readBackups(path.dirname(file)).map(({ number }) => number));
  const manifest = { ...about, number: last + 1 };
  writeManifest(file, manifest);
  renameSync(unfinishedName(file), file);
  remember({ path: file }, { stamp: fileStamp(file) });
  return { ...manifest, path: file, fileName: path.basename(file) };
}

/**
 * Finished backups of one folder, the one taken last first. Those of earlier versions, which have no number, come after the
 * others, by their clock. A manifest without its backup, or half of one, is no backup.
 */
export function readBackups(folder: string): Backup[] {
  return entries(folder)
    .filter((name) => name.endsWith('.daicho.json'))
    .map((name) => readManifest(path.join(folder, name.slice(0, -'.json'.length))))
    .filter((backup) => backup !== null)
    .sort(takenLastFirst);
}

/** `file`, or the same with a number when another backup has that name: the clock may show the same second twice. */
export function freeName(file: string): string {
  const { dir, name, ext } = path.parse(file);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? file : path.join(dir, `${name}-${number}${ext}`);
    if (![candidate, manifestName(candidate)].some((taken) => existsSync(taken))) return candidate;
  }
}

function takenLastFirst(a: Backup, b: Backup): number {
  if (a.number !== b.number) return b.number - a.number;
  if (a.takenAt !== b.takenAt) return a.takenAt < b.takenAt ? 1 : -1;
  return b.changeSeq - a.changeSeq || (a.fileName < b.fileName ? 1 : -1);
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // no backup yet
  }
}
