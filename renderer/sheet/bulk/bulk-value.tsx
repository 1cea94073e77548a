import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { longestCellText } from '#shared/domain/cell-text.ts';
import { sheetBulkText } from '#shared/messages/ui/sheet-bulk.ts';
import type { BulkColumn } from './bulk-draft.ts';

type BulkValueProps = {
  readonly column: BulkColumn;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};

/** The field for the new value that fits the column. */
export function BulkValue({ column, value, onChange }: BulkValueProps): ReactNode {
  const { editor } = column;
  switch (editor.kind) {
    case 'choice':
      return (
        <Select
          key={column.id}
          label={sheetBulkText.value}
          // Emptying is a way of its own.
          data={editor.choices.flatMap(({ text, label }) => (text === '' ? [] : [{ value: text, label }]))}
          value={value}
          onChange={onChange}
          searchable
        />
      );
    case 'many':
      return <ManyValues labels={editor.labels} value={value ?? ''} onChange={onChange} />;
    case 'long-text':
      return (
        <Textarea
          label={sheetBulkText.value}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
          maxLength={longestCellText}
          rows={6}
        />
      );
    case 'text':
      return (
        <TextInput
          label={sheetBulkText.value}
          value={value ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
          maxLength={longestCellText}
        />
      );
  }
}

type ManyValuesProps = {
  readonly labels: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function ManyValues({ labels, value, onChange }: ManyValuesProps): ReactNode {
  const chosen = value.split('\n').filter((label) => label !== '');
  const toggle = (label: string, on: boolean) =>
    onChange((on ? [...chosen, label] : chosen.filter((other) => other !== label)).join('\n'));
  return (
    <fieldset className="bulk-values" aria-label={sheetBulkText.values}>
      {labels.map((label) => (
        <Checkbox
          key={label}
          label={label}
          checked={chosen.includes(label)}
          onChange={(event) => toggle(label, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
