import type { HistoryField } from '#renderer/features/history/index.ts';
import type { MeasureField } from '#shared/contract/measures.ts';
import { shortFiscalYear } from '#shared/domain/fiscal-year.ts';
import { measureFieldLabels } from '#shared/messages/measures.ts';

/** A field as its history knows it; what is told of a year has the year in its name. */
export function historyField(field: MeasureField, fiscalYear: number | null): HistoryField {
  const isYearly = field !== 'numberRaw' && field !== 'name';
  const label = measureFieldLabels[field];
  return isYearly && fiscalYear !== null
    ? { key: field, fiscalYear, label: `${label}(${shortFiscalYear(fiscalYear)})` }
    : { key: field, fiscalYear: null, label };
}
