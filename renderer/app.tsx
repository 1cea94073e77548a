import '@digital-go-jp/design-tokens/dist/tokens.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/tokens.css';
import './ui/themes.css';
import './ui/base.css';
import './ui/mantine.css';
import './ui/screen.css';
import './ui/parts.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { screenPaths } from './actions/open-screen.ts';
import { styleNonce } from './api/index.ts';
import { ExportScreen } from './features/exports/index.ts';
import { BootFailed, ConnectionOverlay, Frame } from './features/frame/index.ts';
import { HistoryScreen } from './features/history/index.ts';
import { HomeScreen } from './features/home/index.ts';
import { ImportScreen } from './features/imports/index.ts';
import { MeasuresScreen } from './features/measures/index.ts';
import { OrganizationsScreen } from './features/organizations/index.ts';
import { SettingsScreen } from './features/settings/index.ts';
import { WelcomeScreen } from './features/welcome/index.ts';
import { type Session, SessionContext } from './session/session.ts';
import { useCall } from './session/use-call.ts';
import { useDisplay, useDisplayOnRoot } from './ui/display.ts';
import { cssVariables, theme } from './ui/theme.ts';

function Screens(): ReactNode {
  return (
    <Switch>
      <Route path={`${screenPaths.organizations}/:filter?`} component={OrganizationsScreen} />
      <Route path={screenPaths.measures} component={MeasuresScreen} />
      <Route path={screenPaths.import} component={ImportScreen} />
      <Route path={screenPaths.export} component={ExportScreen} />
      <Route path={screenPaths.history} component={HistoryScreen} />
      <Route path={screenPaths.settings} component={SettingsScreen} />
      <Route component={HomeScreen} />
    </Switch>
  );
}

/** Another ledger is another world: its screens start afresh. */
function Program(): ReactNode {
  const { data: state, error } = useCall('app.state', {});
  if (state === undefined) return error === null ? <ConnectionOverlay /> : <BootFailed />;
  const { ledger } = state;
  return (
    <Frame state={state}>
      {ledger === null ? <WelcomeScreen state={state} /> : <Screens key={`${ledger.folder}/${ledger.fileName}`} />}
    </Frame>
  );
}

type AppProps = { readonly session: Session; readonly queryClient: QueryClient };

export function App({ session, queryClient }: AppProps): ReactNode {
  const display = useDisplay();
  useDisplayOnRoot(display);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={display.theme === 'dark' ? 'dark' : 'light'}
      getStyleNonce={styleNonce}
    >
      <SessionContext value={session}>
        <QueryClientProvider client={queryClient}>
          {/* Below the dialogs: what was told before never covers the buttons of a question. */}
          <Notifications position="bottom-center" zIndex={150} />
          <ModalsProvider>
            <Router hook={useHashLocation}>
              <Program />
            </Router>
          </ModalsProvider>
        </QueryClientProvider>
      </SessionContext>
    </MantineProvider>
  );
}
