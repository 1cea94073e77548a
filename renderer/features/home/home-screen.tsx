import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatDayWithWeekday } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { EmptyHome, LastStep } from './first-steps.tsx';
import { CitiesCard, TypesCard } from './groups-cards.tsx';
import { MarksCard } from './marks-card.tsx';
import { RecentCard } from './recent-card.tsx';
import { TodoCard } from './todo-card.tsx';
import './home.css';

function HomeBody({ today, readOnly }: { readonly today: string; readonly readOnly: boolean }): ReactNode {
  const { data: overview, error, refetch } = useCall('overview.get', {});
  if (overview === undefined) {
    return error === null ? (
      <p className="muted">{commonText.loading}</p>
    ) : (
      <ErrorPanel error={error} onRetry={() => void refetch()} />
    );
  }
  const { plan, groups } = overview;
  if (groups.total === 0 && plan === null) {
    return (
      <div className="home-grid home-empty">
        <EmptyHome />
        <RecentCard readOnly={readOnly} />
      </div>
    );
  }
  const variant = groups.total === 0 ? ' home-no-groups' : plan === null ? ' home-no-plan' : '';
  return (
    <>
      <LastStep />
      <div className={`home-grid${variant}`}>
        <TypesCard groups={groups} />
        {groups.total === 0 ? null : <CitiesCard groups={groups} />}
        <MarksCard plan={plan} />
        <TodoCard overview={overview} today={today} readOnly={readOnly} />
        <RecentCard readOnly={readOnly} />
      </div>
    </>
  );
}

/** The first screen: how the ledger stands, what waits, what changed last. */
export function HomeScreen(): ReactNode {
  const state = useAppState();
  return (
    <Screen
      title={homeText.title}
      sub={state === undefined ? '' : formatDayWithWeekday(state.today)}
      status={commonText.offline}
      statusRight={state === undefined ? '' : commonText.version(state.version)}
      actions={
        <>
          <Button variant="default" component={Link} href={screens.import.path} data-testid={testIds.homeImport}>
            {homeText.importButton}
          </Button>
          <Button component={Link} href={screens.export.path} data-testid={testIds.homeExport}>
            {homeText.exportButton}
          </Button>
        </>
      }
    >
      <div className="screen-scroll home">
        <HomeBody today={state?.today ?? ''} readOnly={state?.ledger?.readOnly ?? true} />
      </div>
    </Screen>
  );
}
