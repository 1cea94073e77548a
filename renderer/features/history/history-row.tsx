import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount, formatMoment } from '#renderer/ui/format.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { ChangeList } from './change-list.tsx';
import { lineLabel, stepOf, tagsOf } from './step-of.ts';
import { useStep } from './use-step.ts';

type HistoryRowProps = { readonly entry: ChangeSetEntry; readonly readOnly: boolean };

/** One change set in words; its cells on demand; its undo. */
export function HistoryRow({ entry, readOnly }: HistoryRowProps): ReactNode {
  const [open, setOpen] = useState(false);
  const turn = useStep(entry);
  const step = readOnly ? null : stepOf(entry);
  const label = lineLabel(entry);
  return (
    <li
      className="history-row"
      data-testid={testIds.historyRow}
      data-kind={entry.kind}
      data-state={entry.inForce ? 'in-force' : 'undone'}
    >
      <div className="history-line">
        <button
          type="button"
          className="history-toggle"
          aria-expanded={open}
          aria-label={open ? historyText.collapse(label) : historyText.expand(label)}
          onClick={() => setOpen(!open)}
          data-testid={testIds.historyExpand}
        >
          {open ? '▾' : '▸'}
        </button>
        <time>{formatMoment(entry.at)}</time>
        <span className="history-actor">{entry.actor}</span>
        <span className="history-label" title={label}>
          <span className="history-words">{label}</span>
          {tagsOf(entry).map(({ tone, words }) => (
            <Tag key={words} tone={tone}>
              {words}
            </Tag>
          ))}
        </span>
        <span className="num muted">{historyText.changes(formatCount(entry.changes))}</span>
        {step === null ? (
          <span />
        ) : (
          <Button
            variant="default"
            size="compact-xs"
            loading={turn.isPending}
            onClick={() => turn.mutate()}
            aria-label={historyText.stepOf[step](entry.label)}
            data-testid={testIds.historyUndo}
          >
            {commonText[step]}
          </Button>
        )}
      </div>
      <ErrorPanel error={turn.error} onClose={() => turn.reset()} />
      {open ? (
        <div className="history-detail">
          <ChangeList changeSetId={entry.id} />
        </div>
      ) : null}
    </li>
  );
}
