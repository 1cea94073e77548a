import { AppError } from '#shared/rpc/app-error.ts';
import type { Ledger } from './open.ts';

/** Writes a compact copy of the open ledger to a new file (VACUUM INTO: consistent, never a file copy). Errors: BACKUP_FAILED. */
export function backupInto(ledger: Ledger, target: string): void {
  try {
    ledger.connection.prepare('VACUUM INTO ?').run(target);
  } catch (error) {
    throw backupFailure(error);
  }
}

/**
 * Copies the open ledger page by page (SQLite's online backup), letting other calls through between slices. The copy holds
 * all that was written until it is whole. `pagesInNextSlice` is asked before each slice. Errors: BACKUP_FAILED.
 */
export async function copyInSlices(ledger: Ledger, target: string, pagesInNextSlice: () => number): Promise<void> {
  try {
    await ledger.connection.backup(target, { progress: pagesInNextSlice });
  } catch (error) {
    throw backupFailure(error);
  }
}

function backupFailure(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = code.startsWith('SQLITE_FULL')
    ? 'ディスクの空き容量が足りません'
    : 'バックアップの置き場所に書き込めません';
  return new AppError('BACKUP_FAILED', { reason }, { cause: error });
}

/** When the ledger was last written, UTC ISO; null = never. */
export function lastSavedAt(ledger: Ledger): string | null {
  const at: unknown = ledger.connection.prepare('SELECT at FROM change_set ORDER BY seq DESC LIMIT 1').pluck().get();
  return typeof at === 'string' ? at : null;
}
