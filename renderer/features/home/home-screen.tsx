import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatDayWithWeekday } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { FirstSteps } from './first-steps.tsx';
import { MarksCard } from './marks-card.tsx';
import { CityCard, OrganizationCard } from './organization-card.tsx';
import { PolicyCard } from './policy-card.tsx';
import { RecentCard } from './recent-card.tsx';
import { currentPlan } from './shares.ts';
import { TodoCard } from './todo-card.tsx';
import './home.css';

function HomeBody(): ReactNode {
  const counts = useCall('organizations.counts', {});
  const plans = useCall('plans.list', {});
  const error = counts.error ?? plans.error;
  if (error !== null)
    return <ErrorPanel error={error} onRetry={() => void counts.refetch().then(() => plans.refetch())} />;
  if (counts.data === undefined || plans.data === undefined) return <p className="muted">{commonText.loading}</p>;
  const plan = currentPlan(plans.data);
  if (counts.data.total === 0 && plan === undefined) {
    return (
      <div className="home-grid home-empty">
        <FirstSteps />
        <RecentCard />
      </div>
    );
  }
  return (
    <div className="home-grid">
      <OrganizationCard counts={counts.data} />
      <MarksCard plan={plan} />
      <CityCard counts={counts.data} />
      <div className="home-main">
        <TodoCard expired={counts.data.expired} plans={plans.data} />
        {plan === undefined ? null : <PolicyCard plan={plan} />}
      </div>
      <RecentCard />
    </div>
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
          <Button variant="default" component={Link} href={screenPaths.import} data-testid={testIds.homeImport}>
            {homeText.importButton}
          </Button>
          <Button component={Link} href={screenPaths.export} data-testid={testIds.homeExport}>
            {homeText.exportButton}
          </Button>
        </>
      }
    >
      <div className="screen-scroll">
        <HomeBody />
      </div>
    </Screen>
  );
}
