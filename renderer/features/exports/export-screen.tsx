import type { ReactNode } from 'react';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { commonText } from '#shared/messages/ui/common.ts';
import { exportText } from '#shared/messages/ui/export.ts';
import { ExportCard } from './export-card.tsx';
import './exports.css';

/** 出力: every file the ledger can make. */
export function ExportScreen(): ReactNode {
  const today = useAppState()?.today;
  const { data: layouts, error, refetch } = useCall('exports.layouts', {});
  return (
    <Screen title={exportText.title} sub={exportText.lead} status={commonText.offline}>
      <div className="screen-scroll">
        <ErrorPanel error={error} onRetry={() => void refetch()} />
        {today === undefined ? null : (
          <div className="export-grid">
            {(layouts ?? []).map((layout) => (
              <ExportCard key={layout.layout} layout={layout} today={today} />
            ))}
          </div>
        )}
      </div>
    </Screen>
  );
}
