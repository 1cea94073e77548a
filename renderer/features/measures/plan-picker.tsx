import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import type { MeasuresState } from './use-measures.ts';

/** Which plan, which fiscal year. */
export function PlanPicker({ plans, list, years, choosePlan, chooseYear }: MeasuresState): ReactNode {
  const year = list?.fiscalYear ?? null;
  return (
    <>
      <Select
        className="plan-select"
        aria-label={measuresText.plan}
        data={(plans ?? []).map((plan) => ({ value: plan.id, label: plan.title }))}
        value={list?.plan.id ?? null}
        onChange={(id) => id !== null && choosePlan(id)}
        data-testid={testIds.measuresPlan}
      />
      <Select
        className="year-select"
        aria-label={measuresText.year}
        placeholder={measuresText.noYear}
        data={years.map((option) => ({ value: String(option), label: formatFiscalYear(option) }))}
        value={year === null ? null : String(year)}
        onChange={(value) => value !== null && chooseYear(Number(value))}
        data-testid={testIds.measuresYear}
      />
    </>
  );
}
