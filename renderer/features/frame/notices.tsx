import { CloseButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LedgerState } from '#shared/contract/app.ts';
import { frameText } from '#shared/messages/ui/frame.ts';

/** What the program has to tell about opening this ledger (recovered, backup taken, read-only and why). */
export function Notices({ ledger }: { readonly ledger: LedgerState }): ReactNode {
  const told = [...(ledger.readOnlyReason === null ? [] : [ledger.readOnlyReason]), ...ledger.notices];
  const key = `${ledger.folder}/${ledger.fileName}\n${told.join('\n')}`;
  const [closed, setClosed] = useState('');
  if (told.length === 0 || closed === key) return null;
  return (
    <div className="notice-panel frame-notice" role="status">
      <ul>
        {told.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      <CloseButton size="sm" aria-label={frameText.closeNotice} onClick={() => setClosed(key)} />
    </div>
  );
}
