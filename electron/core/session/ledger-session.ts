import path from 'node:path';
import type { LedgerState } from '#shared/contract/app.ts';
import { sessionNotices } from '#shared/messages/session.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { lastSavedAt } from '#db/backup.ts';
import { createLedger, type Ledger, type OpenOptions, openLedger } from '#db/open.ts';
import type { BackupFolder } from '../backup/backup-folder.ts';
import { placeWarning } from './place-warning.ts';

export type LedgerSession = {
  /** The open ledger; errors: NO_LEDGER. */
  readonly ledger: () => Ledger;
  readonly isOpen: () => boolean;
  readonly state: () => LedgerState | null;
  readonly create: (file: string) => void;
  readonly open: (file: string, mode: OpenOptions['mode'], readOnlyReason?: string) => void;
  readonly close: () => void;
};

export type SessionParts = { readonly backups: BackupFolder; readonly actor: () => string; readonly now: () => Date };

type Opened = { readonly ledger: Ledger; readonly notices: readonly string[]; readonly readOnlyReason: string | null };

/** Holds the one open ledger. Opening another closes it first; a failed opening leaves the old one open. */
export function createLedgerSession({ backups, actor, now }: SessionParts): LedgerSession {
  let current: Opened | null = null;
  const replace = (next: Opened): void => {
    current?.ledger.close();
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
    create: (file) => {
      const made = createLedger(file, actor());
      replace({ ledger: made, notices: placeNotice(file), readOnlyReason: null });
    },
    open: (file, mode, readOnlyReason) => {
      if (current !== null && path.resolve(current.ledger.path) === path.resolve(file)) {
        current.ledger.close(); // opening itself again (another mode): the lock must be free first
        current = null;
      }
      const opened = openLedger(file, { mode, actor: actor(), beforeMigration: (older) => backups.take(older, now()) });
      const backup = opened.readOnly ? null : backupAtOpen(opened, backups, now());
      replace({
        ledger: opened,
        notices: [...(opened.recovered ? [sessionNotices.recovered] : []), ...(backup ?? []), ...placeNotice(file)],
        readOnlyReason: opened.readOnly
          ? (readOnlyReason ?? (mode === 'read' ? sessionNotices.openedForReading : sessionNotices.fileIsReadOnly))
          : null,
      });
    },
    close: () => {
      current?.ledger.close();
      current = null;
    },
  };
}

function describe({ ledger, notices, readOnlyReason }: Opened): LedgerState {
  return {
    title: path.basename(ledger.path, path.extname(ledger.path)),
    fileName: path.basename(ledger.path),
    folder: path.dirname(ledger.path),
    readOnly: ledger.readOnly,
    readOnlyReason,
    savedAt: lastSavedAt(ledger),
    notices: [...notices],
  };
}

function placeNotice(file: string): string[] {
  const warning = placeWarning(file);
  return warning === null ? [] : [warning];
}

/** A ledger that cannot be backed up (full disk) still opens, but says so: work must go on. */
function backupAtOpen(ledger: Ledger, backups: BackupFolder, now: Date): string[] {
  try {
    backups.takeIfChanged(ledger, now);
    return [];
  } catch (error) {
    if (error instanceof AppError && error.code === 'BACKUP_FAILED')
      return [sessionNotices.backupFailed(String(error.params['reason']))];
    throw error;
  }
}
