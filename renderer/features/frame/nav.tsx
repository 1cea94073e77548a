import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type ScreenName, screenPaths } from '#renderer/actions/open-screen.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { frameText } from '#shared/messages/ui/frame.ts';

type Counts = Partial<Record<ScreenName, number>>;

function useNavCounts(): Counts {
  const organizations = useCall('organizations.counts', {}).data?.total;
  const plans = useCall('plans.list', {}).data;
  return {
    ...(organizations === undefined ? {} : { organizations }),
    ...(plans === undefined ? {} : { measures: plans.reduce((sum, plan) => sum + plan.measures, 0) }),
  };
}

function NavLink({ screen, count }: { readonly screen: ScreenName; readonly count: number | undefined }): ReactNode {
  const [location] = useLocation();
  const path = screenPaths[screen];
  const on = location === path || (path !== '/' && location.startsWith(`${path}/`));
  return (
    <Link
      href={screenPaths[screen]}
      className={on ? 'on' : ''}
      aria-current={on ? 'page' : undefined}
      data-testid={testIds.nav(screen)}
    >
      <span className="nav-long">{frameText.nav[screen]}</span>
      <span className="nav-short" aria-hidden="true">
        {frameText.navShort[screen]}
      </span>
      {count === undefined ? null : <i>{formatCount(count)}</i>}
    </Link>
  );
}

/** Left navigation: the screens in three groups, with how much each holds. */
export function Nav(): ReactNode {
  const counts = useNavCounts();
  const link = (screen: ScreenName) => <NavLink screen={screen} count={counts[screen]} />;
  return (
    <nav className="nav" data-region="nav" aria-label={frameText.navLabel}>
      {link('home')}
      <small>{frameText.groups.book}</small>
      {link('organizations')}
      {link('measures')}
      <small>{frameText.groups.exchange}</small>
      {link('import')}
      {link('export')}
      <small>{frameText.groups.manage}</small>
      {link('history')}
      {link('settings')}
    </nav>
  );
}
