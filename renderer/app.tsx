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
import type { ComponentType, ReactNode } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
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
import { routeOf, type ScreenName, screenNames, screens } from './screens.ts';
import { type Session, SessionContext } from './session/session.ts';
import { useCall } from './session/use-call.ts';
import { useDisplay, useDisplayOnRoot } from './ui/display.ts';
import { cssVariables, theme } from './ui/theme.ts';

const components: Readonly<Record<ScreenName, ComponentType>> = {
  home: HomeScreen,
  organizations: OrganizationsScreen,
  measures: MeasuresScreen,
  import: ImportScreen,
  export: ExportScreen,
  history: HistoryScreen,
  settings: SettingsScreen,
};

function Screens(): ReactNode {
  const others = screenNames.filter((name) => name !== 'home');
  return (
    <Switch>
      {others.map((name) => (
        <Route key={name} path={routeOf(screens[name])} component={components[name]} />
      ))}
      <Route component={components.home} />
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
