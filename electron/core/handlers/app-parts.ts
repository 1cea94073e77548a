import type { AppError } from '#shared/rpc/app-error.ts';
import type { Backup } from '../backup/manifest.ts';
import type { BackupFolder } from '../backup/backup-folder.ts';
import type { Shell } from '../core.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Jobs } from '../jobs.ts';
import type { ProgramSettings } from '../program-settings.ts';
import type { LedgerRefs } from '../session/ledger-refs.ts';
import type { LedgerSession } from '../session/ledger-session.ts';
import type { Uploads } from '../session/uploads.ts';

export type OpenFailure = { readonly error: AppError; readonly file: string };

/** The parts of the core that opening, closing and keeping ledgers need. */
export type AppParts = {
  readonly shell: Shell;
  readonly version: string;
  readonly folder: DataFolder;
  readonly settings: ProgramSettings;
  readonly session: LedgerSession;
  readonly refs: LedgerRefs;
  readonly backups: BackupFolder;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
  /** Why the ledger named last did not open; null when one is open or none was named. */
  readonly openFailure: () => OpenFailure | null;
  readonly noteOpenFailure: (failure: OpenFailure) => void;
  readonly stateChanged: () => void;
};

/** A backup as a page sees it. Only verified backups are ever listed. */
export function backupEntry(refs: LedgerRefs, backup: Backup) {
  const { fileName, takenAt, bytes } = backup;
  return { ref: refs.refOf(backup), fileName, takenAt, bytes, verified: true };
}
