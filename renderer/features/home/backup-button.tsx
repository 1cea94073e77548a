import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClient } from '#renderer/session/session.ts';
import { takeBackup } from '#renderer/session/take-backup.ts';
import { notifyDone, notifyFailure } from '#renderer/ui/notify.tsx';
import { settingsText } from '#shared/messages/ui/settings.ts';

/** Takes a backup on the spot. */
export function BackupButton({ label }: { readonly label: string }): ReactNode {
  const client = useClient();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => takeBackup(client),
    onSuccess: ({ fileName }) => {
      notifyDone(settingsText.backupDone(fileName));
      return queries.invalidateQueries({ queryKey: ['overview.get'] });
    },
    onError: notifyFailure,
  });
  return (
    <button type="button" className="link" disabled={take.isPending} onClick={() => take.mutate()}>
      {label}
    </button>
  );
}
