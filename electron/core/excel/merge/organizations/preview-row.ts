import type { ImportRow } from '#shared/contract/imports.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { isBlank, valueText } from './compare.ts';
import type { DraftValues, OrganizationDraft } from './draft.ts';
import { newValues } from './plan-update.ts';

export type RowParts = Pick<ImportRow, 'action' | 'reason' | 'changes'> & {
  readonly fixes: readonly string[];
  /** The group's name, where the row has none. */
  readonly name?: string;
};

/** A row of the file as the preview shows it. */
export function previewRow(draft: OrganizationDraft, { action, reason, changes, fixes, name }: RowParts): ImportRow {
  const values = newValues(draft);
  return {
    row: draft.row,
    action,
    hidden: draft.hidden,
    key: valueText(values.regNo),
    title: valueText(values.name) || (name ?? ''),
    values: Object.fromEntries(filledKeys(values).map((key) => [key, valueText(values[key])])),
    changes,
    reason,
    fixes: [...draft.fixes, ...fixes],
  };
}

export function filledKeys(values: DraftValues): readonly OrganizationFieldKey[] {
  return organizationFields.map((field) => field.key).filter((key) => !isBlank(values[key]));
}

export function cellChange(
  key: OrganizationFieldKey,
  before: DraftValues[OrganizationFieldKey] | null,
  after: DraftValues[OrganizationFieldKey] | null,
): ImportRow['changes'][number] {
  return { field: key, label: fieldLabel(key), before: valueText(before), after: valueText(after) };
}

export function fieldLabel(key: string): string {
  return labels[key] ?? key;
}

const labels: Readonly<Record<string, string>> = Object.fromEntries(
  organizationFields.map((field) => [field.key, field.label]),
);
