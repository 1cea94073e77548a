import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { originalLabel } from '#renderer/actions/original-label.ts';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount, formatMoment } from '#renderer/ui/format.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { ChangeList } from './change-list.tsx';

function useUndoOf(entry: ChangeSetEntry) {
  const client = useClient();
  return useMutation({
    mutationFn: () => whileWriting(() => client.call('history.undo', { changeSetId: entry.id })),
    onSuccess: () => {
      const label = originalLabel(entry.label);
      notifyDone(entry.state === 'undo' ? commonText.redone(label) : commonText.undone(label));
    },
  });
}

function RowState({ entry }: { readonly entry: ChangeSetEntry }): ReactNode {
  if (entry.state === 'undone') return <Tag tone="quiet">{historyText.undone}</Tag>;
  if (entry.state === 'undo') return <Tag tone="info">{historyText.isUndo}</Tag>;
  return null;
}

type HistoryRowProps = { readonly entry: ChangeSetEntry; readonly readOnly: boolean };

/** One change set in words; its cells on demand; its undo. */
export function HistoryRow({ entry, readOnly }: HistoryRowProps): ReactNode {
  const [open, setOpen] = useState(false);
  const undo = useUndoOf(entry);
  return (
    <li className="history-row" data-testid={testIds.historyRow} data-state={entry.state}>
      <div className="history-line">
        <button
          type="button"
          className="history-toggle"
          aria-expanded={open}
          aria-label={open ? historyText.collapse(entry.label) : historyText.expand(entry.label)}
          onClick={() => setOpen(!open)}
          data-testid={testIds.historyExpand}
        >
          {open ? '▾' : '▸'}
        </button>
        <time>{formatMoment(entry.at)}</time>
        <span className="history-actor">{entry.actor}</span>
        <span className="history-label" title={entry.label}>
          {entry.label} <RowState entry={entry} />
        </span>
        <span className="num muted">{historyText.changes(formatCount(entry.changes))}</span>
        {entry.state === 'undone' || readOnly ? (
          <span />
        ) : (
          <Button
            variant="default"
            size="compact-xs"
            loading={undo.isPending}
            onClick={() => undo.mutate()}
            aria-label={historyText.undoOf(entry.label)}
            data-testid={testIds.historyUndo}
          >
            {entry.state === 'undo' ? historyText.redo : commonText.undo}
          </Button>
        )}
      </div>
      <ErrorPanel error={undo.error} onClose={() => undo.reset()} />
      {open ? (
        <div className="history-detail">
          <ChangeList changeSetId={entry.id} />
        </div>
      ) : null}
    </li>
  );
}
