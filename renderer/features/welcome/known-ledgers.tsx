import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { LedgerEntry } from '#shared/contract/app.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';
import type { OpenRequest } from './use-open-ledger.ts';

type KnownLedgersProps = {
  readonly ledgers: readonly LedgerEntry[];
  readonly busy: boolean;
  readonly onOpen: (request: OpenRequest) => void;
};

function KnownLedger({
  entry,
  busy,
  onOpen,
}: { readonly entry: LedgerEntry } & Omit<KnownLedgersProps, 'ledgers'>): ReactNode {
  const open = (mode: 'write' | 'read') => onOpen({ way: 'known', ref: entry.ref, mode });
  return (
    <li className="known-ledger" data-testid={testIds.welcomeLedger}>
      <div>
        <b>{entry.title}</b>
        <div className="muted known-place" title={`${entry.folder} ${entry.fileName}`}>
          {entry.exists ? `${entry.fileName} ・ ${entry.folder}` : welcomeText.missing}
        </div>
      </div>
      <span className="muted known-used">
        {entry.usedAt === null ? '' : welcomeText.usedAt(formatMoment(entry.usedAt))}
      </span>
      <Button variant="subtle" disabled={!entry.exists || busy} onClick={() => open('read')}>
        {welcomeText.openReadOnly}
      </Button>
      <Button variant="default" disabled={!entry.exists || busy} onClick={() => open('write')}>
        {welcomeText.open}
      </Button>
    </li>
  );
}

/** Ledgers used before, newest first. */
export function KnownLedgers({ ledgers, busy, onOpen }: KnownLedgersProps): ReactNode {
  return (
    <section className="card" aria-label={welcomeText.recentTitle}>
      <h2>{welcomeText.recentTitle}</h2>
      <ul>
        {ledgers.map((entry) => (
          <KnownLedger key={entry.ref} entry={entry} busy={busy} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
