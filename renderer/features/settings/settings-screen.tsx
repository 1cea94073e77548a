import type { ReactNode } from 'react';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { commonText } from '#shared/messages/ui/common.ts';
import { settingsText } from '#shared/messages/ui/settings.ts';
import { BackupCard } from './backup-card.tsx';
import { DisplayCard } from './display-card.tsx';
import { LedgerCard } from './ledger-card.tsx';
import { NamesCard } from './names-card.tsx';
import { PostalCard } from './postal-card.tsx';
import './settings.css';

/** 設定: names, the ledger file, how the screen looks, backups, postal codes. */
export function SettingsScreen(): ReactNode {
  const state = useAppState();
  const settings = useCall('ledger.settings', {});
  const ledger = state?.ledger ?? null;
  const stored =
    settings.data === undefined || state === undefined
      ? null
      : { actor: state.actor, centerName: settings.data['centerName'] ?? '' };
  return (
    <Screen
      title={settingsText.title}
      status={commonText.offline}
      statusRight={state === undefined ? '' : settingsText.version(state.version)}
    >
      <div className="screen-scroll">
        <ErrorPanel error={settings.error} />
        <div className="settings-grid">
          {stored === null ? null : (
            <NamesCard key={Object.values(stored).join('\n')} stored={stored} readOnly={ledger?.readOnly ?? true} />
          )}
          {ledger === null ? null : <LedgerCard ledger={ledger} />}
          <DisplayCard />
          <BackupCard />
          <PostalCard />
        </div>
      </div>
    </Screen>
  );
}
