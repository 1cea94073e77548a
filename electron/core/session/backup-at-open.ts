import { statSync } from 'node:fs';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from '#db/open.ts';
import type { BackupFolder, BackupUnderWay } from '../backup/backup-folder.ts';

/** Up to here a backup takes a moment and is taken before the first screen; a larger ledger is usable meanwhile. */
const atOnceBytes = 32 * 1024 * 1024;

/** The backup that every opening for writing leaves when the ledger changed since the last one: its state and its failure. */
export type BackupAtOpen = {
  /** Why there is none; null = all well so far. A ledger that cannot be backed up still opens, but says so. */
  readonly failure: () => AppError | null;
  /** Resolves when no later write can get into the backup. */
  readonly copied: () => Promise<void>;
  readonly finished: () => Promise<void>;
};

const done = Promise.resolve();

/** For a ledger that is not to be backed up: open for reading, or new. */
export const noBackupAtOpen: BackupAtOpen = { failure: () => null, copied: () => done, finished: () => done };

type Parts = {
  readonly backups: BackupFolder;
  readonly now: Date;
  /** Told when the backup fails after this function returned. */
  readonly failedLater: () => void;
};

export function backUpAtOpen(ledger: Ledger, { backups, now, failedLater }: Parts): BackupAtOpen {
  let failure: AppError | null = null;
  if (statSync(ledger.path).size <= atOnceBytes) {
    failure = failureOf(() => backups.takeIfChanged(ledger, now));
    return { ...noBackupAtOpen, failure: () => failure };
  }
  const underWay: BackupUnderWay | null = backups.beginIfChanged(ledger, now);
  if (underWay === null) return noBackupAtOpen;
  const finished = underWay.finished.then((error) => {
    failure = error;
    if (error !== null) failedLater();
  });
  return {
    failure: () => failure,
    copied: () => {
      underWay.hurry();
      return underWay.copied;
    },
    finished: () => {
      underWay.hurry();
      return finished;
    },
  };
}

function failureOf(take: () => unknown): AppError | null {
  try {
    take();
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === 'BACKUP_FAILED') return error;
    throw error;
  }
}
