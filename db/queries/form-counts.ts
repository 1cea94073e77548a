import type { Connection } from '../connection.ts';

/** Number of groups and their members for one city and one type of group. */
export type FormCount = {
  readonly city: string;
  readonly type: string;
  readonly groups: number;
  readonly members: number;
};
export type FormCounts = {
  readonly counts: readonly FormCount[];
  readonly outOfTerm: number;
  readonly membersUnknown: number;
};

/**
 * Groups that are registered on a day: registered on or before it and not yet expired. A missing date does not exclude a group;
 * a date known to the month or year counts from its first and until its last day. Blank city or type count as '(空白)'.
 * Source: 県様式第3号, domain.md scenario 13. `date`: ISO day.
 */
export function countForForm(connection: Connection, date: string): FormCounts {
  const inTerm = `(registered IS NULL OR substr(registered || '-01-01', 1, 10) <= @date) AND (valid_until IS NULL OR valid_until || '~' >= @date)`;
  const counts = connection
    .prepare<[{ date: string }], FormCount>(
      `SELECT coalesce(city, '(空白)') AS city, coalesce(org_type, '(空白)') AS type, count(*) AS groups, coalesce(sum(members), 0) AS members
       FROM organization_list WHERE ${inTerm} GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ date });
  const number = (condition: string): number =>
    Number(connection.prepare(`SELECT count(*) FROM organization_list WHERE ${condition}`).pluck().get({ date }));
  return { counts, outOfTerm: number(`NOT (${inTerm})`), membersUnknown: number(`members IS NULL AND ${inTerm}`) };
}
