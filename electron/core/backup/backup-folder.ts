import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { backupInto, copyInSlices, newestChangeSeq } from '#db/backup.ts';
import type { Ledger } from '#db/open.ts';
import {
  type Backup,
  discardUnfinished,
  publishBackup,
  readBackups,
  thinOut,
  unfinishedName,
  wipeUnfinished,
} from './backup-files.ts';
import { type VerifiedCopy, verifyCopy } from './verify-copy.ts';
import { verifyElsewhere } from './verify-elsewhere.ts';

/** A backup on its way. Neither promise rejects. */
export type BackupUnderWay = {
  /** Resolves when nothing written from now on can be in the backup, or when it failed. */
  readonly copied: Promise<void>;
  /** Resolves when it is verified and listed (null), or with the reason why there is none. */
  readonly finished: Promise<AppError | null>;
  /** Somebody waits for `copied`: copy the rest in one go. */
  readonly hurry: () => void;
};

export type BackupFolder = {
  /** Newest first; only finished, verified ones. */
  readonly list: (ledgerPath: string) => Backup[];
  /** The finished backup at this path, if it is one. */
  readonly find: (backupPath: string) => Backup | undefined;
  /** Takes and verifies one at once. Errors: BACKUP_FAILED. */
  readonly take: (ledger: Ledger, now: Date) => Backup;
  /** Takes one unless the newest one already holds everything. Errors: BACKUP_FAILED. */
  readonly takeIfChanged: (ledger: Ledger, now: Date) => Backup | null;
  /** The same between other calls and in another thread; null when there is nothing to take. */
  readonly beginIfChanged: (ledger: Ledger, now: Date) => BackupUnderWay | null;
};

/** 1 MB: a call that comes in while a ledger is copied waits for one slice at most. */
const pagesInSlice = 256;
const allPages = 2 ** 31 - 1;

/** Backups of all ledgers under one folder, one subfolder for each ledger file. */
export function createBackupFolder(root: string): BackupFolder {
  const folderOf = (ledgerPath: string): string => {
    const digest = createHash('sha256').update(path.resolve(ledgerPath)).digest('hex').slice(0, 8);
    return path.join(root, `${path.basename(ledgerPath, path.extname(ledgerPath))}-${digest}`);
  };
  const isChanged = (ledger: Ledger): boolean => {
    const seq = newestChangeSeq(ledger);
    return seq > 0 && readBackups(folderOf(ledger.path))[0]?.changeSeq !== seq;
  };
  const take = (ledger: Ledger, now: Date): Backup => takeAtOnce(ledger, folderOf(ledger.path), now);
  return {
    list: (ledgerPath) => readBackups(folderOf(ledgerPath)),
    find: (backupPath) => readBackups(path.dirname(backupPath)).find((backup) => backup.path === backupPath),
    take,
    takeIfChanged: (ledger, now) => (isChanged(ledger) ? take(ledger, now) : null),
    beginIfChanged: (ledger, now) => (isChanged(ledger) ? begin(ledger, folderOf(ledger.path), now) : null),
  };
}

function takeAtOnce(ledger: Ledger, folder: string, now: Date): Backup {
  const file = backupName(ledger, folder, now);
  try {
    prepare(folder);
    backupInto(ledger, unfinishedName(file));
    return finish(file, { changeSeq: newestChangeSeq(ledger), now, verified: verifyCopy(unfinishedName(file)) });
  } catch (error) {
    discardUnfinished(file);
    throw asFailure(error);
  }
}

function begin(ledger: Ledger, folder: string, now: Date): BackupUnderWay {
  const file = backupName(ledger, folder, now);
  let slice = pagesInSlice;
  const copying = (async () => {
    prepare(folder);
    await copyInSlices(ledger, unfinishedName(file), () => slice);
    return newestChangeSeq(ledger);
  })();
  const finished = copying
    .then(async (changeSeq) => {
      finish(file, { changeSeq, now, verified: await verifyElsewhere(unfinishedName(file)) });
      return null;
    })
    .catch((error: unknown) => {
      discardUnfinished(file);
      return asFailure(error);
    });
  return {
    copied: copying.then(
      () => undefined,
      () => undefined,
    ),
    finished,
    hurry: () => {
      slice = allPages;
    },
  };
}

function backupName(ledger: Ledger, folder: string, now: Date): string {
  // The clock on the wall, as beside the file in the list; the sequence number keeps names apart when the clock goes back.
  const stamp = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })
    .format(now)
    .replace(/[-:]/g, '')
    .replace(' ', '-');
  const title = path.basename(ledger.path, path.extname(ledger.path));
  return path.join(folder, `${title}_${stamp}_${newestChangeSeq(ledger)}.daicho`);
}

function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  wipeUnfinished(folder);
}

type Finishing = { readonly changeSeq: number; readonly now: Date; readonly verified: VerifiedCopy };

function finish(file: string, { changeSeq, now, verified }: Finishing): Backup {
  if (verified === null)
    throw new AppError('BACKUP_FAILED', { reason: '作ったバックアップの点検に合格しませんでした' });
  const backup = publishBackup(file, { takenAt: now.toISOString(), ...verified, changeSeq });
  thinOut(path.dirname(file));
  return backup;
}

function asFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('BACKUP_FAILED', { reason: 'バックアップの置き場所に書き込めません' }, { cause: error });
}
