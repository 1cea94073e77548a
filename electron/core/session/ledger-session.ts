import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { LedgerState } from '#shared/contract/app.ts';
import { sessionNotices } from '#shared/messages/session.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { lastSavedAt } from '#db/backup.ts';
import { createLedger, type Ledger, type OpenOptions, openLedger } from '#db/open.ts';
import type { BackupFolder } from '../backup/backup-folder.ts';
import { type BackupAtOpen, backUpAtOpen, noBackupAtOpen } from './backup-at-open.ts';
import { placeWarning } from './place-warning.ts';
import type { WholeLedgers } from './whole-ledgers.ts';

export type LedgerSession = {
  /** The open ledger; errors: NO_LEDGER. */
  readonly ledger: () => Ledger;
  readonly isOpen: () => boolean;
  readonly state: () => LedgerState | null;
  readonly backupAtOpen: () => BackupAtOpen;
  readonly create: (file: string) => void;
  readonly open: (file: string, mode: OpenOptions['mode'], readOnlyReason?: string) => void;
  readonly close: () => void;
};

export type SessionParts = {
  readonly backups: BackupFolder;
  readonly whole: WholeLedgers;
  readonly actor: () => string;
  readonly now: () => Date;
  /** Told when something about the open ledger turns out later than at its opening. */
  readonly noticed: () => void;
};

type Opened = {
  readonly ledger: Ledger;
  readonly notices: readonly string[];
  readonly readOnlyReason: string | null;
  readonly backupAtOpen: BackupAtOpen;
};

/** Holds the one open ledger. Opening another closes it first; a failed opening leaves the old one open. */
export function createLedgerSession(parts: SessionParts): LedgerSession {
  const { whole, actor } = parts;
  let current: Opened | null = null;
  const close = (): void => {
    if (current === null) return;
    const { ledger, backupAtOpen } = current;
    current = null;
    ledger.close();
    if (backupAtOpen.failure() === null) whole.noteClosed(ledger.path);
    else whole.forget(ledger.path); // it may be the ledger that is damaged: look at the next opening
  };
  const replace = (next: Opened): void => {
    close();
    current = next;
  };
  const ledger = (): Ledger => {
    if (current === null) throw new AppError('NO_LEDGER');
    return current.ledger;
  };
  return {
    ledger,
    isOpen: () => current !== null,
    state: () => (current === null ? null : describe(current)),
    backupAtOpen: () => current?.backupAtOpen ?? noBackupAtOpen,
    create: (file) => {
      const made = createLedger(file, actor());
      replace({ ledger: made, notices: placeNotice(file), readOnlyReason: null, backupAtOpen: noBackupAtOpen });
    },
    open: (file, mode, readOnlyReason) => {
      if (current !== null && isSameFile(current.ledger.path, file)) close(); // itself again (another mode): the lock must be free first
      replace(openFile(parts, { file, mode, readOnlyReason }));
    },
    close,
  };
}

type Opening = {
  readonly file: string;
  readonly mode: OpenOptions['mode'];
  readonly readOnlyReason: string | undefined;
};

function openFile({ backups, whole, actor, now, noticed }: SessionParts, opening: Opening): Opened {
  const { file, mode, readOnlyReason } = opening;
  const ledger = openLedger(file, {
    mode,
    actor: actor(),
    wholeStamp: whole.stampOf(file),
    beforeMigration: (older) => backups.take(older, now()),
  });
  return {
    ledger,
    notices: [...(ledger.recovered ? [sessionNotices.recovered] : []), ...placeNotice(file)],
    readOnlyReason: ledger.readOnly
      ? (readOnlyReason ?? (mode === 'read' ? sessionNotices.openedForReading : sessionNotices.fileIsReadOnly))
      : null,
    backupAtOpen: ledger.readOnly
      ? noBackupAtOpen
      : backUpAtOpen(ledger, { backups, now: now(), failedLater: noticed }),
  };
}

function describe({ ledger, notices, readOnlyReason, backupAtOpen }: Opened): LedgerState {
  const failure = backupAtOpen.failure();
  return {
    title: path.basename(ledger.path, path.extname(ledger.path)),
    fileName: path.basename(ledger.path),
    folder: path.dirname(ledger.path),
    readOnly: ledger.readOnly,
    readOnlyReason,
    savedAt: lastSavedAt(ledger),
    notices: [...notices, ...(failure === null ? [] : [sessionNotices.backupFailed(String(failure.params['reason']))])],
  };
}

function placeNotice(file: string): string[] {
  const warning = placeWarning(file);
  return warning === null ? [] : [warning];
}

/** Two names of one file: a link, or on Windows another spelling of its letters. */
function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync.native(one) === realpathSync.native(other);
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
}
