import type { Handlers } from '#shared/rpc/dispatch.ts';
import { readOverview } from '#db/queries/overview.ts';
import { searchLedger } from '#db/queries/overview-search.ts';
import type { BackupFolder } from '../backup/backup-folder.ts';
import type { HandlerContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `overview.${string}`>;

export function createOverviewHandlers(
  { ledger, today, now }: HandlerContext,
  backups: Pick<BackupFolder, 'list'>,
): Pick<Handlers, Names> {
  return {
    'overview.get': () => ({
      ...readOverview(ledger(), { today: today(), now: now() }),
      lastBackupAt: backups.list(ledger().path)[0]?.takenAt ?? null,
    }),
    'overview.search': ({ text, limit }) => searchLedger(ledger(), text, limit),
  };
}
