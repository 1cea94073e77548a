import { type ReactNode, useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import type { ChartPick } from '#renderer/ui/chart-engine.ts';
import type { ChartLook } from '#renderer/ui/chart-look.ts';
import { ChartPanel } from '#renderer/ui/chart-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { Overview } from '#shared/contract/overview.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { rankingRequest } from './filter-requests.ts';
import { NothingYet } from './nothing-yet.tsx';
import { rankingOf, rankingTable } from './ranking.ts';
import { rankingOption } from './ranking-option.ts';
import { useOpenFiltered } from './use-open-filtered.ts';

type Groups = Overview['groups'];

type RankingProps = {
  readonly title: string;
  readonly head: string;
  readonly counted: Groups['byCity'];
  readonly columnId: 'orgType' | 'city';
  readonly shown: number;
  readonly testId: string;
  readonly children?: ReactNode;
};

function Ranking({ title, head, counted, columnId, shown, testId, children }: RankingProps): ReactNode {
  const open = useOpenFiltered();
  const rows = useMemo(() => rankingOf(counted, shown), [counted, shown]);
  const build = useCallback((look: ChartLook) => rankingOption(title, rows, look), [title, rows]);
  const onPick = (pick: ChartPick) => open(rankingRequest(columnId, rows, pick));
  return (
    <ChartPanel
      title={title}
      testId={testId}
      table={rankingTable(title, head, rows)}
      build={build}
      onPick={onPick}
      minRem={rows.length * 1.15}
    >
      {children}
    </ChartPanel>
  );
}

/** How many groups, and of which type. */
export function TypesCard({ groups }: { readonly groups: Groups }): ReactNode {
  if (groups.total === 0) {
    return (
      <NothingYet
        title={homeText.organizations}
        what={homeText.organizationsNone}
        help={homeText.organizationsNoneHelp}
        action={homeText.organizationsImport}
        testId={testIds.homeOrganizations}
      />
    );
  }
  return (
    <Ranking
      title={homeText.organizations}
      head={homeText.typeHead}
      counted={groups.byType}
      columnId="orgType"
      shown={7}
      testId={testIds.homeOrganizations}
    >
      <div className="big">
        {formatCount(groups.total)}
        <small>{homeText.organizationsUnit}</small>
        <Link className="big-link" href={screens.organizations.path}>
          {homeText.organizationsOpen}
        </Link>
      </div>
    </Ranking>
  );
}

/** Where the groups are: the ten cities with most of them, and the rest. */
export function CitiesCard({ groups }: { readonly groups: Groups }): ReactNode {
  return (
    <Ranking
      title={homeText.cityTitle}
      head={homeText.cityHead}
      counted={groups.byCity}
      columnId="city"
      shown={10}
      testId={testIds.homeCities}
    />
  );
}
