import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportChoices, ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { withMapping } from './choice-fields.ts';
import { MappingTable } from './mapping-table.tsx';
import { SheetChoices } from './sheet-choices.tsx';

export type ChoiceProps = {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly busy: boolean;
  readonly onChange: (choices: ImportChoices) => void;
};

/** Hidden rows and columns are taken unless the user says otherwise; how many there are is always said. */
export function HiddenChoices({ preview, choices, busy, onChange }: ChoiceProps): ReactNode {
  return (
    <>
      {preview.hiddenRows === 0 ? null : (
        <Checkbox
          label={importText.hiddenRows(formatCount(preview.hiddenRows))}
          checked={preview.includeHiddenRows}
          disabled={busy}
          onChange={(event) => onChange({ ...choices, includeHiddenRows: event.currentTarget.checked })}
          data-testid={testIds.importHiddenRows}
        />
      )}
      {preview.hiddenColumns.length === 0 ? null : (
        <Checkbox
          label={importText.hiddenColumns(importText.join(preview.hiddenColumns))}
          checked={preview.includeHiddenColumns}
          disabled={busy}
          onChange={(event) => onChange({ ...choices, includeHiddenColumns: event.currentTarget.checked })}
          data-testid={testIds.importHiddenColumns}
        />
      )}
    </>
  );
}

/** Step 2: what the program found out about the file, to be set right by hand. */
export function ColumnsStep(props: ChoiceProps): ReactNode {
  const { preview, choices, busy, onChange } = props;
  return (
    <div className="screen-scroll columns-step" aria-busy={busy}>
      {preview.kind === 'unknown' ? (
        <div className="notice-panel" role="status">
          <div>
            <b>{importText.unknownTitle}</b>
            <p>{importText.unknownBody}</p>
          </div>
        </div>
      ) : (
        <p className="muted">{importText.mapLead}</p>
      )}
      <SheetChoices preview={preview} choices={choices} onChange={onChange} />
      <div className="hidden-choices">
        <HiddenChoices {...props} />
        {busy ? <span className="muted">{importText.rereading}</span> : null}
      </div>
      <MappingTable
        preview={preview}
        choices={choices}
        onMap={(index, field) => onChange(withMapping(choices, preview.columns, { index, field }))}
      />
    </div>
  );
}
