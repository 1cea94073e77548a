import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { backupInto, newestChangeSeq } from '#db/backup.ts';
import { type Ledger, passesIntegrityCheck } from '#db/open.ts';
import { hashFile } from '../files/hash-file.ts';

/** What is known of one backup; kept beside it as <file>.json and written last, so that an unfinished backup is never listed. */
export type BackupManifest = {
  readonly takenAt: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly changeSeq: number;
};
export type Backup = BackupManifest & { readonly path: string; readonly fileName: string };

export type BackupFolder = {
  /** Newest first; only finished, verified ones. */
  readonly list: (ledgerPath: string) => Backup[];
  /** The finished backup at this path, if it is one. */
  readonly find: (backupPath: string) => Backup | undefined;
  readonly take: (ledger: Ledger, now: Date) => Backup;
  /** Takes one unless the newest one already holds everything. */
  readonly takeIfChanged: (ledger: Ledger, now: Date) => Backup | null;
};

const keep = 60;

/** Backups of all ledgers under one folder, one subfolder for each ledger file. */
export function createBackupFolder(root: string): BackupFolder {
  const folderOf = (ledgerPath: string): string => {
    const digest = createHash('sha256').update(path.resolve(ledgerPath)).digest('hex').slice(0, 8);
    return path.join(root, `${path.basename(ledgerPath, path.extname(ledgerPath))}-${digest}`);
  };
  const list = (ledgerPath: string): Backup[] => readManifests(folderOf(ledgerPath));
  const take = (ledger: Ledger, now: Date): Backup => {
    const folder = folderOf(ledger.path);
    const backup = writeBackup(ledger, folder, now);
    for (const old of readManifests(folder).slice(keep)) removeBackup(old);
    return backup;
  };
  return {
    list,
    find: (backupPath) => readManifests(path.dirname(backupPath)).find((backup) => backup.path === backupPath),
    take,
    takeIfChanged: (ledger, now) => {
      const seq = newestChangeSeq(ledger);
      if (seq === 0 || (list(ledger.path)[0]?.changeSeq ?? -1) === seq) return null;
      return take(ledger, now);
    },
  };
}

function writeBackup(ledger: Ledger, folder: string, now: Date): Backup {
  const stamp = now.toISOString().replace(/[-:]/g, '').replace('T', '-').replace(/\..*/, '');
  const base = path.join(
    folder,
    `${path.basename(ledger.path, path.extname(ledger.path))}_${stamp}_${newestChangeSeq(ledger)}.daicho`,
  );
  const partial = `${base}.作成中`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(partial, { force: true });
    backupInto(ledger, partial);
    if (!passesIntegrityCheck(partial))
      throw new AppError('BACKUP_FAILED', { reason: '作ったバックアップの点検に合格しませんでした' });
    const manifest: BackupManifest = {
      takenAt: now.toISOString(),
      bytes: statSync(partial).size,
      sha256: hashFile(partial),
      changeSeq: newestChangeSeq(ledger),
    };
    renameSync(partial, base);
    writeFileSync(`${base}.json`, JSON.stringify(manifest), { flush: true });
    return { ...manifest, path: base, fileName: path.basename(base) };
  } catch (error) {
    rmSync(partial, { force: true });
    if (error instanceof AppError) throw error;
    throw new AppError('BACKUP_FAILED', { reason: 'バックアップの置き場所に書き込めません' }, { cause: error });
  }
}

function readManifests(folder: string): Backup[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return []; // no backup yet
  }
  return names
    .filter((name) => name.endsWith('.daicho.json'))
    .flatMap((name) => readManifest(folder, name))
    .sort((a, b) => b.changeSeq - a.changeSeq || (a.fileName < b.fileName ? 1 : -1));
}

function readManifest(folder: string, name: string): Backup[] {
  const file = path.join(folder, name.slice(0, -'.json'.length));
  try {
    const manifest = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as BackupManifest; // boundary: our own file, size checked below
    return statSync(file).size === manifest.bytes ? [{ ...manifest, path: file, fileName: path.basename(file) }] : [];
  } catch {
    return []; // a manifest without its backup, or half of one, is no backup
  }
}

function removeBackup(backup: Backup): void {
  rmSync(backup.path, { force: true });
  rmSync(`${backup.path}.json`, { force: true });
}

/** Whether the file still holds what was verified when it was taken. */
export function isIntact(backup: Backup): boolean {
  return hashFile(backup.path) === backup.sha256;
}
