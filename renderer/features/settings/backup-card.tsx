import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClient } from '#renderer/session/session.ts';
import { takeBackup } from '#renderer/session/take-backup.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatBytes, formatMoment } from '#renderer/ui/format.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { settingsText } from '#shared/messages/ui/settings.ts';

type Backup = CallOutput<'ledger.backups'>[number];

function BackupTable({
  backups,
  onOpen,
}: {
  readonly backups: readonly Backup[];
  readonly onOpen: (backup: Backup) => void;
}): ReactNode {
  return (
    <table className="change-table" data-testid={testIds.settingsBackups}>
      <thead>
        <tr>
          <th>{settingsText.backupWhen}</th>
          <th>{settingsText.backupFile}</th>
          <th>{settingsText.backupSize}</th>
          <th>{settingsText.backupState}</th>
          <th aria-label={settingsText.openBackup} />
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.ref}>
            <td>{formatMoment(backup.takenAt)}</td>
            <td>{backup.fileName}</td>
            <td className="num">{formatBytes(backup.bytes)}</td>
            <td>
              <Tag tone={backup.verified ? 'good' : 'quiet'}>
                {backup.verified ? settingsText.verified : settingsText.unverified}
              </Tag>
            </td>
            <td>
              <button type="button" className="link" onClick={() => onOpen(backup)}>
                {settingsText.openBackup}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Copies of the ledger: take one now, look into an old one. */
export function BackupCard(): ReactNode {
  const client = useClient();
  const ask = useAsk();
  const backups = useCall('ledger.backups', {});
  const take = useMutation({
    mutationFn: () => takeBackup(client),
    onSuccess: async (backup) => {
      notifyDone(settingsText.backupDone(backup.fileName));
      await backups.refetch();
    },
  });
  const open = useMutation({
    mutationFn: async (backup: Backup) => {
      const body = settingsText.openBackupBody(formatMoment(backup.takenAt));
      if (await ask({ title: settingsText.openBackupTitle, body, ok: settingsText.openBackupOk }))
        await client.call('ledger.openBackup', { ref: backup.ref });
    },
  });
  return (
    <section className="card settings-card settings-wide" aria-label={settingsText.backupTitle}>
      <h2>{settingsText.backupTitle}</h2>
      <div className="settings-line">
        <Button
          variant="default"
          loading={take.isPending}
          onClick={() => take.mutate()}
          data-testid={testIds.settingsBackup}
        >
          {settingsText.backupNow}
        </Button>
        <span className="muted">{settingsText.backupLead}</span>
      </div>
      <ErrorPanel error={take.error ?? open.error ?? backups.error} />
      {backups.data?.length === 0 ? (
        <p className="muted">{settingsText.backupNone}</p>
      ) : (
        <BackupTable backups={backups.data ?? []} onOpen={open.mutate} />
      )}
    </section>
  );
}
