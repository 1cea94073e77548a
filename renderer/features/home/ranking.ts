import { formatCount } from '#renderer/ui/format.ts';
import type { ChartTable } from '#renderer/ui/chart-panel.tsx';
import type { Overview } from '#shared/contract/overview.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { homeText } from '#shared/messages/ui/home.ts';

type Counted = Overview['groups']['byCity'];

export type RankingRow = {
  readonly name: string;
  readonly count: number;
  /** Values of the field that the row stands for. */
  readonly values: readonly string[];
  /** ほか and blank: no name of their own. */
  readonly quiet: boolean;
};

/** Most frequent first, as they come; what is past `shown` becomes one row, and a blank stays last. */
export function rankingOf(counted: Counted, shown: number): readonly RankingRow[] {
  const named = counted.filter(({ name, count }) => name !== '' && count > 0);
  // One more row costs no more than ほか itself would.
  const top = named.length <= shown + 1 ? named : named.slice(0, shown);
  const rest = named.slice(top.length);
  const row = (name: string, parts: Counted, quiet: boolean): readonly RankingRow[] =>
    parts.length === 0
      ? []
      : [
          {
            name,
            count: parts.reduce((sum, { count }) => sum + count, 0),
            values: parts.map((part) => part.name),
            quiet,
          },
        ];
  return [
    ...top.flatMap((part) => row(part.name, [part], false)),
    ...row(homeText.otherRows(formatCount(rest.length)), rest, true),
    ...row(
      commonText.blank,
      counted.filter(({ name, count }) => name === '' && count > 0),
      true,
    ),
  ];
}

/** 41.3 for 105 of 254; 0 of nothing. */
export function percentOf(count: number, total: number): string {
  return total === 0 ? '0' : ((count / total) * 100).toFixed(1).replace(/\.0$/, '');
}

export function rankingTable(title: string, nameHead: string, rows: readonly RankingRow[]): ChartTable {
  return {
    caption: title,
    head: [nameHead, homeText.groupsHead],
    rows: rows.map(({ name, count, values }) => ({ key: values.join('\n'), name, cells: [count] })),
  };
}
