import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { backupInto, copyInSlices } from '#db/backup.ts';
import { logHead } from '#db/log-head.ts';
import type { Ledger } from '#db/open.ts';
import { freeName, publishBackup, readBackups } from './backup-files.ts';
import { type Backup, headOf, isKnownIntact } from './manifest.ts';
import { type Limits, thinOut, usualLimits } from './thin-out.ts';
import { discardUnfinished, unfinishedName, wipeUnfinished } from './unfinished.ts';
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
  /** The one taken last first; only finished, verified ones. */
  readonly list: (ledgerPath: string) => Backup[];
  /** The finished backup at this path, if it is one. */
  readonly find: (backupPath: string) => Backup | undefined;
  /** Takes and verifies one at once. Errors: BACKUP_FAILED. */
  readonly take: (ledger: Ledger, now: Date) => Backup;
  /** Takes one unless an intact one holds this very state. Errors: BACKUP_FAILED. */
  readonly takeIfChanged: (ledger: Ledger, now: Date) => Backup | null;
  /** The same between other calls and in another thread; null when there is nothing to take. */
  readonly beginIfChanged: (ledger: Ledger, now: Date) => BackupUnderWay | null;
};

/** 1 MB: a call that comes in while a ledger is copied waits for one slice at most. */
const pagesInSlice = 256;
const allPages = 2 ** 31 - 1;

/** Backups of all ledgers under one folder, one subfolder for each ledger file. */
export function createBackupFolder(root: string, limits = usualLimits): BackupFolder {
  const folderOf = (ledgerPath: string): string => {
    const digest = createHash('sha256').update(path.resolve(ledgerPath)).digest('hex').slice(0, 8);
    return path.join(root, `${path.basename(ledgerPath, path.extname(ledgerPath))}-${digest}`);
  };
  const isChanged = (ledger: Ledger): boolean => {
    return logHead(ledger).changeSeq > 0 && !isHeld(ledger, folderOf(ledger.path));
  };
  const place = (ledger: Ledger, now: Date): Place => ({ folder: folderOf(ledger.path), now, limits });
  const take = (ledger: Ledger, now: Date): Backup => takeAtOnce(ledger, place(ledger, now));
  return {
    list: (ledgerPath) => readBackups(folderOf(ledgerPath)),
    find: (backupPath) => readBackups(path.dirname(backupPath)).find((backup) => backup.path === backupPath),
    take,
    takeIfChanged: (ledger, now) => (isChanged(ledger) ? take(ledger, now) : null),
    beginIfChanged: (ledger, now) => (isChanged(ledger) ? begin(ledger, place(ledger, now)) : null),
  };
}

/** A number alone says nothing: after an older copy was put back, another state gets the numbers of the one it replaced. */
function isHeld(ledger: Ledger, folder: string): boolean {
  const { changeSeq, hash } = logHead(ledger);
  return readBackups(folder).some(
    (backup) => backup.changeSeq === changeSeq && headOf(backup)?.hash === hash && isKnownIntact(backup),
  );
}

type Place = { readonly folder: string; readonly now: Date; readonly limits: Limits };

function takeAtOnce(ledger: Ledger, place: Place): Backup {
  const file = backupName(ledger, place);
  try {
    prepare(place.folder);
    backupInto(ledger, unfinishedName(file));
    return finish(file, verifyCopy(unfinishedName(file)), place);
  } catch (error) {
    discardUnfinished(file);
    throw asFailure(error);
  }
}

function begin(ledger: Ledger, place: Place): BackupUnderWay {
  const file = backupName(ledger, place);
  let slice = pagesInSlice;
  const copying = (async () => {
    prepare(place.folder);
    await copyInSlices(ledger, unfinishedName(file), () => slice);
  })();
  const finished = copying
    .then(async () => {
      finish(file, await verifyElsewhere(unfinishedName(file)), place);
      return null;
    })
    .catch((error: unknown) => {
      discardUnfinished(file);
      return asFailure(error);
    });
  return {
    copied: copying.catch(() => undefined),
    finished,
    hurry: () => {
      slice = allPages;
    },
  };
}

function backupName(ledger: Ledger, { folder, now }: Place): string {
  // The clock on the wall, as beside the file in the list; the sequence number keeps names apart when the clock goes back.
  const stamp = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' })
    .format(now)
    .replace(/[-:]/g, '')
    .replace(' ', '-');
  const title = path.basename(ledger.path, path.extname(ledger.path));
  return freeName(path.join(folder, `${title}_${stamp}_${logHead(ledger).changeSeq}.daicho`));
}

function prepare(folder: string): void {
  mkdirSync(folder, { recursive: true });
  wipeUnfinished(folder);
}

function finish(file: string, verified: VerifiedCopy, { folder, now, limits }: Place): Backup {
  if (verified === null)
    throw new AppError('BACKUP_FAILED', { reason: '作ったバックアップの点検に合格しませんでした' });
  const backup = publishBackup(file, { takenAt: now.toISOString(), ...verified });
  thinOut(folder, limits);
  return backup;
}

function asFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('BACKUP_FAILED', { reason: 'バックアップの置き場所に書き込めません' }, { cause: error });
}
