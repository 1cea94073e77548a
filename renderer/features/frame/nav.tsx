import { Fragment, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { type ScreenName, screenNames, screens } from '#renderer/screens.ts';
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
  const { path, label, short } = screens[screen];
  const on = location === path || (path !== '/' && location.startsWith(`${path}/`));
  return (
    <Link
      href={path}
      className={on ? 'on' : ''}
      aria-current={on ? 'page' : undefined}
      data-testid={testIds.nav(screen)}
    >
      <span className="nav-long">{label}</span>
      <span className="nav-short" aria-hidden="true">
        {short}
      </span>
      {count === undefined ? null : <i>{formatCount(count)}</i>}
    </Link>
  );
}

const groups = [...new Set(screenNames.map((name) => screens[name].group))];

/** Left navigation: the screens in their groups, with how much each holds. */
export function Nav(): ReactNode {
  const counts = useNavCounts();
  return (
    <nav className="nav" data-region="nav" aria-label={frameText.navLabel}>
      {groups.map((group) => (
        <Fragment key={group}>
          {group === null ? null : <small>{frameText.groups[group]}</small>}
          {screenNames
            .filter((name) => screens[name].group === group)
            .map((name) => (
              <NavLink key={name} screen={name} count={counts[name]} />
            ))}
        </Fragment>
      ))}
    </nav>
  );
}
