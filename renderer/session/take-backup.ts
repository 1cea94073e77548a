import { actionText } from '#shared/messages/ui/actions.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';
import { runJob } from './jobs.ts';

/** Takes a backup now. It changes nothing in the ledger, so no event tells of it: who shows backups asks for them again. */
export function takeBackup(client: Client): Promise<CallOutput<'ledger.backup'>> {
  return runJob(actionText.backup.running, () => client.call('ledger.backup', {}));
}
