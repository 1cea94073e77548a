import { japaneseDayAndTime } from '#shared/domain/japanese-time.ts';
import { historyTables, historyTexts } from '#shared/messages/history.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Logged } from './logged.ts';
import { migrationCommand } from './migration-tx.ts';
import type { Ledger } from './open.ts';

/** Names the later change set that touched the same row, so that it can be undone first; a migration cannot. */
export function conflictError(ledger: Ledger, head: { label: string; seq: number }, rowId: string): AppError {
  const later = ledger.connection
    .prepare<[{ id: string; seq: number }], { label: string; at: string; actor: string; command: string }>(
      `SELECT s.label, s.at, s.actor, s.command FROM change c JOIN change_set s ON s.id = c.change_set_id
       WHERE (c.row_id = @id OR c.record_id = @id) AND s.seq > @seq ORDER BY (c.row_id = @id) DESC, s.seq DESC LIMIT 1`,
    )
    .get({ id: rowId, seq: head.seq });
  const at = later === undefined ? '' : japaneseDayAndTime(new Date(later.at));
  if (later?.command === migrationCommand)
    return new AppError('HISTORY_MIGRATED', { label: head.label, migration: later.label, at });
  return new AppError('CONFLICT', { label: later?.label ?? head.label, at, actor: later?.actor ?? '' });
}

/** The step to a newer version is no change of a user. */
export function migrationError({ label, at }: { label: string; at: string }): AppError {
  return new AppError('HISTORY_MIGRATION', { label, at: japaneseDayAndTime(new Date(at)) });
}

/** What the change was of is no longer in the ledger. */
export function retiredError(label: string, logged: Logged): AppError {
  return new AppError('HISTORY_RETIRED', { label, what: whatIsGone(logged) });
}

function whatIsGone(logged: Logged): string {
  if (logged.kind === 'unknown') return logged.table;
  const what = logged.kind === 'gone' ? logged.what : historyTables[logged.table].what;
  const labels = logged.kind === 'gone' ? [] : logged.lost.map(({ label }) => label).filter((label) => label !== '');
  return historyTexts.partOf(what, labels);
}
