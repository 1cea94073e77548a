import { takeBackup } from '#renderer/session/take-backup.ts';
import type { Ask } from '#renderer/ui/confirm.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { actionText } from '#shared/messages/ui/actions.ts';
import { settingsText } from '#shared/messages/ui/settings.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { Action } from './types.ts';

/** Ctrl+S is pressed out of habit: the ledger is saved anyway, so the key gives what else there is to give. */
export const backupAction: Action = {
  id: 'backup',
  group: 'work',
  ...actionText.backup,
  shortcut: 'Ctrl+S',
  whileTyping: true,
  isEnabled: ({ hasLedger }) => hasLedger,
  run: async ({ client, refetch }) => {
    await takeBackup(client);
    refetch('ledger.backups', 'overview.get');
    notifyDone(actionText.backup.done);
  },
};

/** Leaves the ledger, after a question. */
export async function closeLedger(client: Client, ask: Ask): Promise<void> {
  const words = { title: settingsText.closeTitle, body: settingsText.closeBody, ok: settingsText.close };
  if (await ask(words)) await client.call('ledger.close', {});
}

export const closeLedgerAction: Action = {
  id: 'close-ledger',
  label: settingsText.close,
  group: 'program',
  ...actionText.closeLedger,
  shortcut: undefined,
  isEnabled: ({ hasLedger }) => hasLedger,
  run: async ({ client, ask }) => closeLedger(client, ask),
};
