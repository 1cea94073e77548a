import type { ReactNode } from 'react';
import type { ActionContext } from '#renderer/actions/types.ts';
import { useActionContext, useShortcuts } from '#renderer/actions/use-actions.ts';
import { HelpButton, HelpSide } from '#renderer/features/help/index.ts';
import { PaletteButton, PaletteHost } from '#renderer/features/palette/index.ts';
import { useConnection } from '#renderer/session/connection.ts';
import { JobPanel } from '#renderer/ui/job-panel.tsx';
import type { AppState, LedgerState } from '#shared/contract/app.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import { ConnectionOverlay } from './connection-overlay.tsx';
import { Nav } from './nav.tsx';
import { Notices } from './notices.tsx';
import { useRegionKeys } from './regions.ts';
import { Logo, TopBar } from './top-bar.tsx';
import './frame.css';

function LedgerFrame({
  state,
  ledger,
  context,
  children,
}: {
  readonly state: AppState;
  readonly ledger: LedgerState;
  readonly context: ActionContext;
  readonly children: ReactNode;
}): ReactNode {
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
  useRegionKeys();
  const context = useActionContext();
  useShortcuts(context);
  const connected = useConnection((connection) => connection.state === 'connected');
  return (
    <HelpSide>
      <div className={state.ledger === null ? 'frame frame-welcome' : 'frame'} inert={!connected}>
        <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
          {frameText.skipToMain}
        </button>
        {state.ledger === null ? (
          <>
            <header className="top-bar">
              <Logo />
              <span className="grow" />
              <PaletteButton />
              <HelpButton context={context} />
            </header>
            {children}
          </>
        ) : (
          <LedgerFrame state={state} ledger={state.ledger} context={context}>
            {children}
          </LedgerFrame>
        )}
        <JobPanel />
      </div>
      <PaletteHost context={context} />
      <ConnectionOverlay />
    </HelpSide>
  );
}
