import { type ReactNode, useMemo, useState } from 'react';
import { useClient } from '#renderer/session/session.ts';
import { Sheet } from '#renderer/sheet/sheet.tsx';
import type { BlockSource, SheetColumn } from '#renderer/sheet/types.ts';
import { viewByReading } from '#renderer/sheet/view-by-reading.ts';
import { Chip } from '#renderer/ui/chip.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportAction, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { type ChoiceProps, HiddenChoices } from './columns-step.tsx';
import { Kpis } from './kpis.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { previewColumns, previewRowClass, sheetRowNumber } from './preview-columns.tsx';

type RowFilter = {
  readonly action: ImportAction | null;
  readonly field: string | null;
  /** Only rows that became something else because someone wrote in between. */
  readonly changedSince: boolean;
};

const allRows: RowFilter = { action: null, field: null, changedSince: false };

const chipActions: readonly ImportAction[] = ['add', 'change', 'same', 'skip', 'check'];
const chipFields = 4;

function useRows(
  preview: ImportPreview,
  filter: RowFilter,
  columns: readonly SheetColumn<ImportRow>[],
): BlockSource<ImportRow> {
  const client = useClient();
  return useMemo(() => {
    const input = {
      importId: preview.importId,
      ...(filter.action === null ? {} : { actions: [filter.action] }),
      ...(filter.field === null ? {} : { changedField: filter.field }),
      ...(filter.changedSince ? { changedSince: true as const } : {}),
    };
    return {
      kind: 'blocks',
      // A reading with other choices keeps the import's id but has other rows.
      key: JSON.stringify([input, preview.revision]),
      open: async () => {
        const { total } = await client.call('imports.rows', { ...input, start: 0, end: 0 });
        const read = async (start: number, end: number) =>
          (await client.call('imports.rows', { ...input, start, end })).rows;
        return viewByReading({ total, read, columns, rowId: importRowId });
      },
    };
  }, [client, preview, filter, columns]);
}

type ChipsProps = {
  readonly preview: ImportPreview;
  readonly filter: RowFilter;
  readonly onFilter: (filter: RowFilter) => void;
  readonly children: ReactNode;
};

function RowChips({ preview, filter, onFilter, children }: ChipsProps): ReactNode {
  const { counts } = preview;
  return (
    <div className="chips">
      <Chip
        on={filter.action === null && filter.field === null && !filter.changedSince}
        onClick={() => onFilter(allRows)}
        testId={testIds.importChip('all')}
      >
        {importText.chipAll(formatCount(counts.total))}
      </Chip>
      {preview.changedSince === 0 ? null : (
        <Chip
          on={filter.changedSince}
          alert
          onClick={() => onFilter({ ...allRows, changedSince: true })}
          testId={testIds.importChip('changed-since')}
        >
          {importText.chipChangedSince(formatCount(preview.changedSince))}
        </Chip>
      )}
      {chipActions
        .filter((action) => counts[action] > 0)
        .map((action) => (
          <Chip
            key={action}
            on={filter.action === action}
            alert={action === 'check'}
            onClick={() => onFilter({ ...allRows, action })}
            testId={testIds.importChip(action)}
          >
            {importText.chipAction(action, formatCount(counts[action]))}
          </Chip>
        ))}
      {preview.changedFields.slice(0, chipFields).map((entry) => (
        <Chip
          key={entry.field}
          on={filter.field === entry.field}
          onClick={() => onFilter({ ...allRows, field: entry.field })}
          testId={testIds.importChip(`field-${entry.field}`)}
        >
          {importText.chipField(entry.label, formatCount(entry.count))}
        </Chip>
      ))}
      <span className="grow" />
      {children}
    </div>
  );
}

/** Tables side by side share a row of the sheet. */
function importRowId({ row, key, title }: ImportRow): string {
  return `${row} ${key} ${title}`;
}

/** Step 3: every row of the file and what would become of it. */
export function RowsStep(props: ChoiceProps): ReactNode {
  const { preview } = props;
  const [filter, setFilter] = useState<RowFilter>(allRows);
  const [readError, setReadError] = useState<unknown>(null);
  const columns = useMemo(() => previewColumns(preview), [preview]);
  const source = useRows(preview, filter, columns);
  return (
    <>
      <Kpis preview={preview} />
      {preview.warnings.length === 0 ? null : (
        <div className="notice-panel band" role="status">
          <ul>
            {preview.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
      <RowChips preview={preview} filter={filter} onFilter={setFilter}>
        <HiddenChoices {...props} />
      </RowChips>
      <div className="band">
        <ErrorPanel error={readError} onClose={() => setReadError(null)} />
      </div>
      <div className="split">
        <Sheet<ImportRow>
          name="import"
          views={false}
          label={importText.gridLabel}
          columns={columns}
          source={source}
          rowId={importRowId}
          rowNumber={sheetRowNumber}
          rowNumberTitle={importText.colRow}
          rowClass={previewRowClass}
          emptyText={importText.emptyRows}
          onReadError={setReadError}
        />
        {preview.questions === 0 ? null : <QuestionsPanel {...props} />}
      </div>
    </>
  );
}
