import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportChoices, ImportColumn, ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { mappedField } from './choice-fields.ts';

const shownSamples = 3;

type MappingTableProps = {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly onMap: (index: number, field: string | null) => void;
};

type MappingRowProps = {
  readonly column: ImportColumn;
  readonly field: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onMap: MappingTableProps['onMap'];
};

function MappingRow({ column, field, options, onMap }: MappingRowProps): ReactNode {
  return (
    <tr className={field === null ? 'unmapped' : ''}>
      <td className="mono">{column.letter}</td>
      <td>
        {column.header} {column.hidden ? <Tag tone="warn">{importText.hiddenMark}</Tag> : null}
      </td>
      <td className="samples">{column.samples.slice(0, shownSamples).join(' ／ ')}</td>
      <td>
        <Select
          aria-label={importText.columnFieldLabel(column.letter)}
          searchable
          maxDropdownHeight={260}
          data={[{ value: '', label: importText.notImported }, ...options]}
          value={field ?? ''}
          onChange={(value) => onMap(column.index, value === null || value === '' ? null : value)}
          data-testid={testIds.importMapping(column.index)}
        />
      </td>
    </tr>
  );
}

/** Which column of the file goes to which field of the ledger. */
export function MappingTable({ preview, choices, onMap }: MappingTableProps): ReactNode {
  const options = preview.fieldOptions.map((option) => ({ value: option.field, label: option.label }));
  return (
    <table className="mapping-table" aria-label={importText.columns}>
      <thead>
        <tr>
          <th>{importText.columnLetter}</th>
          <th>{importText.columnHeader}</th>
          <th>{importText.columnSamples}</th>
          <th>{importText.columnField}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map((column) => (
          <MappingRow
            key={column.index}
            column={column}
            field={mappedField(choices, column)}
            options={options}
            onMap={onMap}
          />
        ))}
      </tbody>
    </table>
  );
}
