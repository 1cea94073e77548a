import type { ReactNode } from 'react';
import type { SheetColumn } from '#renderer/sheet/types.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import type { ImportAction, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import { isOrganizationFieldKey, organizationField } from '#shared/domain/organization/fields.ts';
import { formatPostal } from '#shared/domain/postal.ts';
import { importText } from '#shared/messages/ui/import.ts';

const tones: Readonly<Record<ImportAction, TagTone>> = {
  add: 'good',
  change: 'warn',
  same: 'quiet',
  skip: 'quiet',
  check: 'bad',
};

/** Fields worth a column even when they do not change, to tell rows apart. */
const usualFields: Readonly<Record<ImportPreview['kind'], readonly string[]>> = {
  organizations: ['phone', 'validUntil', 'city'],
  'status-list': ['mark', 'disposition', 'note'],
  unknown: [],
};
const keyFields = new Set(['regNo', 'name', 'number', 'numberRaw', 'no', 'title', 'measure']);
const mostColumns = 8;
const widths: Readonly<Record<string, number>> = {
  phone: 216,
  mark: 90,
  disposition: 110,
  note: 260,
  city: 84,
  validUntil: 156,
  address: 240,
};

/** Fields that get a column of their own: those that change, most first, then the usual ones of the kind. */
export function previewFields(preview: ImportPreview): readonly { readonly field: string; readonly label: string }[] {
  const labels = new Map(preview.fieldOptions.map((option) => [option.field, option.label]));
  const changed = [...preview.changedFields].sort((a, b) => b.count - a.count).map((entry) => entry.field);
  const usual = usualFields[preview.kind].filter((field) => preview.columns.some((column) => column.field === field));
  return [...new Set([...changed, ...usual])]
    .filter((field) => !keyFields.has(field) || changed.includes(field))
    .slice(0, mostColumns)
    .map((field) => ({
      field,
      label: preview.changedFields.find((entry) => entry.field === field)?.label ?? labels.get(field) ?? field,
    }));
}

function changeOf(row: ImportRow, field: string): ImportRow['changes'][number] | undefined {
  return row.changes.find((change) => change.field === field);
}

/** A stored text as people write it: R9.3.31 for 2027-03-31, 750-0001 for 7500001. */
export function shownValue(field: string, text: string): string {
  if (!isOrganizationFieldKey(field)) return text;
  const { kind } = organizationField(field);
  if (kind === 'date') return formatWareki(text, 'short');
  return kind === 'postal' ? formatPostal(text) : text;
}

function valueText(row: ImportRow, field: string): string {
  const change = changeOf(row, field);
  if (change === undefined) return shownValue(field, row.values[field] ?? '');
  const after = shownValue(field, change.after);
  return row.action === 'add' || change.before === '' ? after : `${shownValue(field, change.before)} → ${after}`;
}

function ChangedValue({ row, field }: { readonly row: ImportRow; readonly field: string }): ReactNode {
  const change = changeOf(row, field);
  if (change === undefined || row.action === 'add') return valueText(row, field);
  return (
    <>
      {change.before === '' ? (
        <span className="muted">{importText.blank}</span>
      ) : (
        <del>{shownValue(field, change.before)}</del>
      )}{' '}
      → <ins>{change.after === '' ? importText.blank : shownValue(field, change.after)}</ins>
    </>
  );
}

function isChanged(row: ImportRow, field: string): boolean {
  return row.action !== 'add' && changeOf(row, field) !== undefined;
}

/** Reason first, then what was mended on the way. */
export function whyText(row: ImportRow): string {
  return [row.reason, ...row.fixes].filter((part) => part !== '').join(' ・ ');
}

export function previewRowClass(row: ImportRow): string {
  return `import-${row.action}`;
}

/** Columns of the preview: what happens to each row, what it is, which cells change, and why. */
export function previewColumns(preview: ImportPreview): readonly SheetColumn<ImportRow>[] {
  const fields = previewFields(preview).map(
    ({ field, label }): SheetColumn<ImportRow> => ({
      id: `field-${field}`,
      title: label,
      width: widths[field] ?? 150,
      text: (row) => valueText(row, field),
      render: (row) => <ChangedValue row={row} field={field} />,
      cellClass: (row) => (isChanged(row, field) ? 'cell-changed' : ''),
      tooltip: (row) => valueText(row, field),
    }),
  );
  return [
    {
      id: 'action',
      title: importText.colAction,
      width: 84 + (preview.hiddenRows === 0 ? 0 : 34) + (preview.changedSince === 0 ? 0 : 92),
      pinned: true,
      text: (row) => importText.action(row.action),
      render: (row) => (
        <>
          <Tag tone={tones[row.action]}>{importText.action(row.action)}</Tag>{' '}
          {row.hidden ? <Tag tone="warn">{importText.hiddenMark}</Tag> : null}
          {row.changedSince === true ? <Tag tone="bad">{importText.changedSinceMark}</Tag> : null}
        </>
      ),
    },
    { id: 'key', title: importText.colKey[preview.kind], width: 96, pinned: true, text: (row) => row.key },
    {
      id: 'title',
      title: importText.colTitle[preview.kind],
      width: 220,
      text: (row) => row.title,
      tooltip: (row) => row.title,
    },
    ...fields,
    { id: 'why', title: importText.colReason, width: 190, flex: 1, text: whyText, tooltip: whyText },
  ];
}

export function sheetRowNumber(row: ImportRow): string {
  return formatCount(row.row);
}
