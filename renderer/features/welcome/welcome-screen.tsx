import type { ReactNode } from 'react';
import { isSameFailure } from '#renderer/session/error-text.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import type { AppState } from '#shared/contract/app.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';
import { FirstRun } from './first-run.tsx';
import { KnownLedgers } from './known-ledgers.tsx';
import { StartError } from './start-error.tsx';
import { useOpenLedger } from './use-open-ledger.ts';
import { NewLedger, OpenFile, TrySample } from './ways.tsx';
import './welcome.css';

/** Shown while no ledger is open: three ways to one, and those used before. */
export function WelcomeScreen({ state }: { readonly state: AppState }): ReactNode {
  const opening = useOpenLedger();
  const busy = opening.isPending;
  const isToldAbove = state.startError !== null && isSameFailure(opening.error, state.startError);
  return (
    <Screen
      title={welcomeText.title}
      sub={welcomeText.lead}
      status={commonText.offline}
      statusRight={commonText.version(state.version)}
    >
      <div className="screen-scroll welcome">
        {state.startError === null ? null : (
          <StartError
            startError={state.startError}
            onOpen={(ref) => opening.mutate({ way: 'backup', ref })}
            onRemake={(ref) => opening.mutate({ way: 'remake', ref })}
          />
        )}
        {isToldAbove ? null : <ErrorPanel error={opening.error} onClose={() => opening.reset()} />}
        {state.ledgers.length === 0 ? (
          <FirstRun />
        ) : (
          <KnownLedgers ledgers={state.ledgers} busy={busy} onOpen={opening.mutate} />
        )}
        <div className="ways">
          <NewLedger busy={busy} onOpen={opening.mutate} />
          <OpenFile busy={busy} onOpen={opening.mutate} />
          <TrySample busy={busy} onOpen={opening.mutate} />
        </div>
      </div>
    </Screen>
  );
}
