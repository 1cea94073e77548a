import type { ChangedField } from '#shared/contract/history.ts';

/** The field under the cursor, and what its sheet calls it. */
export type HistoryField = ChangedField & { readonly label: string };

/** Keys decide, not words: the sheet and the history may call a field by different names. */
export function isOfField(change: ChangedField, { key, fiscalYear }: ChangedField): boolean {
  return change.key === key && (change.fiscalYear === null || change.fiscalYear === fiscalYear);
}
