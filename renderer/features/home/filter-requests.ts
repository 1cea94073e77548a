import type { ChartPick } from '#renderer/ui/chart-engine.ts';
import type { FilterRequest } from '#renderer/session/focus-request.ts';
import { lastSoonDay } from '#shared/domain/registration-end.ts';
import type { Marks, PlanOverview } from './marks.ts';
import type { RankingRow } from './ranking.ts';

/** Groups with one of these values in the column; '' = blank. */
export function groupsWith(columnId: string, values: readonly string[]): FilterRequest {
  return { kind: 'filter', sheet: 'organizations', filters: [{ kind: 'values', columnId, values, exclude: false }] };
}

export function rankingRequest(columnId: string, rows: readonly RankingRow[], pick: ChartPick): FilterRequest {
  return groupsWith(columnId, rows[pick.row]?.values ?? []);
}

/** Measures of one policy, and with one mark when a part of its bar was meant. */
export function marksRequest(plan: PlanOverview, marks: Marks, pick: ChartPick): FilterRequest {
  const line = marks.lines[pick.row];
  const column = pick.series === null ? undefined : marks.columns[pick.series];
  return {
    kind: 'filter',
    sheet: 'measures',
    planId: plan.id,
    policy: line?.nodeId ?? null,
    filters: column === undefined ? [] : [markFilter(column.glyph)],
  };
}

/** Measures of the whole plan that carry no mark yet. */
export function unansweredRequest(planId: string): FilterRequest {
  return { kind: 'filter', sheet: 'measures', planId, policy: null, filters: [markFilter('')] };
}

/** Groups whose registration ends soon. */
export function soonRequest(today: string): FilterRequest {
  const range = { kind: 'range', columnId: 'validUntil', from: today, to: lastSoonDay(today) } as const;
  return { kind: 'filter', sheet: 'organizations', filters: [range] };
}

export const withoutDateRequest: FilterRequest = {
  kind: 'filter',
  sheet: 'organizations',
  filters: [{ kind: 'blank', columnId: 'validUntil' }],
};

function markFilter(glyph: string) {
  return { kind: 'values', columnId: 'mark', values: [glyph], exclude: false } as const;
}
