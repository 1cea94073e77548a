import { useMemo, useState } from 'react';
import { useAppState } from '#renderer/session/app-state.ts';
import { useCall } from '#renderer/session/use-call.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { PlanEntry } from '#shared/contract/measures.ts';
import { fiscalYearOf } from '#shared/domain/fiscal-year.ts';
import { markText } from './visible-rows.ts';

export type MeasureList = CallOutput<'measures.list'>;

export type MeasuresState = {
  readonly plans: readonly PlanEntry[] | undefined;
  readonly list: MeasureList | undefined;
  readonly error: Error | null;
  /** Marks of the fiscal year before, by node; null when the plan has none. */
  readonly former: ReadonlyMap<string, string> | null;
  readonly years: readonly number[];
  readonly choosePlan: (planId: string) => void;
  readonly chooseYear: (year: number) => void;
};

/** Years with progress, and the present one so that it can be begun; newest first. */
export function selectableYears(recorded: readonly number[], today: string): readonly number[] {
  const years = today === '' ? recorded : [...recorded, fiscalYearOf(today)];
  return [...new Set(years)].sort((a, b) => b - a);
}

function useFormerMarks(list: MeasureList | undefined): ReadonlyMap<string, string> | null {
  const year = list?.fiscalYear ?? null;
  const known = list !== undefined && year !== null && list.plan.fiscalYears.includes(year - 1);
  const former = useCall(
    'measures.list',
    { planId: list?.plan.id ?? '-', fiscalYear: (year ?? 1) - 1 },
    { enabled: known },
  ).data;
  return useMemo(() => {
    if (!known || former === undefined) return null;
    return new Map(former.rows.filter((row) => row.kind === 'measure').map((row) => [row.nodeId, markText(row)]));
  }, [known, former]);
}

/** The chosen plan and year with their rows. */
export function useMeasures(): MeasuresState {
  const [choice, setChoice] = useState<{ readonly planId: string | null; readonly year: number | null }>({
    planId: null,
    year: null,
  });
  const today = useAppState()?.today ?? '';
  const plans = useCall('plans.list', {});
  const planId =
    plans.data?.some((plan) => plan.id === choice.planId) === true ? choice.planId : (plans.data?.[0]?.id ?? null);
  const input = { planId: planId ?? '-', ...(choice.year === null ? {} : { fiscalYear: choice.year }) };
  const list = useCall('measures.list', input, { enabled: planId !== null, keep: true, alwaysNew: true });
  const data = planId === null ? undefined : list.data;
  return {
    plans: plans.data,
    list: data,
    error: plans.error ?? list.error,
    former: useFormerMarks(data),
    years: selectableYears(data?.plan.fiscalYears ?? [], today),
    choosePlan: (id) => setChoice({ planId: id, year: null }),
    chooseYear: (year) => setChoice({ planId, year }),
  };
}
