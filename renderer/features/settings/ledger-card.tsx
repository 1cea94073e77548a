import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { closeLedger } from '#renderer/actions/ledger.ts';
import { useClient } from '#renderer/session/session.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { LedgerState } from '#shared/contract/app.ts';
import { settingsText } from '#shared/messages/ui/settings.ts';

/** Which file is open, where it lies, and closing it. */
export function LedgerCard({ ledger }: { readonly ledger: LedgerState }): ReactNode {
  const client = useClient();
  const ask = useAsk();
  const close = useMutation({ mutationFn: () => closeLedger(client, ask) });
  return (
    <section className="card settings-card" aria-label={settingsText.ledgerTitle}>
      <h2>{settingsText.ledgerTitle}</h2>
      <dl className="facts">
        <dt>{settingsText.ledgerName}</dt>
        <dd>{ledger.title}</dd>
        <dt>{settingsText.ledgerFile}</dt>
        <dd>{ledger.fileName}</dd>
        <dt>{settingsText.ledgerFolder}</dt>
        <dd className="path">{ledger.folder}</dd>
      </dl>
      <p className="muted">{settingsText.ledgerNote}</p>
      <ErrorPanel error={close.error} onClose={() => close.reset()} />
      <Button
        variant="default"
        loading={close.isPending}
        onClick={() => close.mutate()}
        data-testid={testIds.settingsClose}
      >
        {settingsText.close}
      </Button>
    </section>
  );
}
