import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLedger } from '#renderer/session/app-state.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { HistoryRow } from './history-row.tsx';
import { useHistory } from './use-history.ts';
import './history.css';

/** Everything that was changed, newest first; any of it can be undone. */
export function HistoryScreen(): ReactNode {
  const readOnly = useLedger()?.readOnly ?? true;
  const { entries, error, loaded, more } = useHistory();
  return (
    <Screen title={historyText.title} sub={historyText.lead} status={historyText.status(formatCount(entries.length))}>
      <div className="screen-scroll">
        <ErrorPanel error={error} />
        {loaded && entries.length === 0 ? (
          <EmptyState title={historyText.noneTitle} body={historyText.noneBody} />
        ) : null}
        {entries.length === 0 ? null : (
          <div className="history-line history-head" aria-hidden="true">
            <span />
            <span>{historyText.when}</span>
            <span>{historyText.who}</span>
            <span>{historyText.what}</span>
            <span className="num">{historyText.count}</span>
            <span />
          </div>
        )}
        <ul className="history-list" aria-label={historyText.label}>
          {entries.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} readOnly={readOnly} />
          ))}
        </ul>
        {more === undefined ? null : (
          <Button variant="default" onClick={more} mt="sm" data-testid={testIds.historyMore}>
            {historyText.more}
          </Button>
        )}
      </div>
    </Screen>
  );
}
