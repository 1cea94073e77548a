import type { ReactNode } from 'react';
import { useActionContext, useShortcuts } from '#renderer/actions/use-actions.ts';
import { useConnection } from '#renderer/session/connection.ts';
import { JobPanel } from '#renderer/ui/job-panel.tsx';
import type { AppState, LedgerState } from '#shared/contract/app.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import { ConnectionOverlay } from './connection-overlay.tsx';
import { Nav } from './nav.tsx';
import { Notices } from './notices.tsx';
import { Logo, TopBar } from './top-bar.tsx';
import './frame.css';

function LedgerFrame({
  state,
  ledger,
  children,
}: {
  readonly state: AppState;
  readonly ledger: LedgerState;
  readonly children: ReactNode;
}): ReactNode {
  const context = useActionContext();
  useShortcuts(context);
  return (
    <>
      <TopBar state={state} ledger={ledger} context={context} />
      <Nav />
      <Notices ledger={ledger} />
      {children}
    </>
  );
}

/** What stays around every screen. Without a ledger there is nothing to navigate, so only the logo stays. */
export function Frame({ state, children }: { readonly state: AppState; readonly children: ReactNode }): ReactNode {
  const connected = useConnection((connection) => connection.state === 'connected');
  return (
    <>
      <div className={state.ledger === null ? 'frame frame-welcome' : 'frame'} inert={!connected}>
        <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
          {frameText.skipToMain}
        </button>
        {state.ledger === null ? (
          <>
            <header className="top-bar">
              <Logo />
            </header>
            {children}
          </>
        ) : (
          <LedgerFrame state={state} ledger={state.ledger}>
            {children}
          </LedgerFrame>
        )}
        <JobPanel />
      </div>
      <ConnectionOverlay />
    </>
  );
}
