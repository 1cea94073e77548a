import { type ReactNode, useCallback, useMemo } from 'react';
import { failureText } from '#renderer/session/error-text.ts';
import { Sheet } from '#renderer/sheet/sheet.tsx';
import type { SheetHandle } from '#renderer/sheet/types.ts';
import type { MeasureRow } from '#shared/contract/measures.ts';
import { printedName } from '#shared/domain/printed-name.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { measureColumns } from './columns.tsx';
import { HeadingRow } from './heading-row.tsx';
import { useMeasureCommands } from './use-measure-commands.ts';
import type { MeasureList } from './use-measures.ts';
import { type RowFilter, visibleRows } from './visible-rows.ts';

type MeasureSheetProps = {
  readonly list: MeasureList;
  readonly years: readonly number[];
  readonly filter: RowFilter;
  readonly readOnly: boolean;
  readonly onFold: (rowId: string) => void;
  readonly bar: ReactNode;
  readonly onReady: (handle: SheetHandle) => void;
  readonly onActive: (row: MeasureRow | null, columnId: string) => void;
  readonly onStatus: (status: string) => void;
};

function rowId(row: MeasureRow): string {
  return row.rowId;
}

function rowClass(row: MeasureRow): string {
  return row.kind === 'repost' ? 'row-repost' : '';
}

/** The status list as a grid: headings over the full width, items below them. */
export function MeasureSheet(props: MeasureSheetProps): ReactNode {
  const { list, years, filter, readOnly, onFold } = props;
  const commands = useMeasureCommands(list, years);
  const rows = useMemo(() => visibleRows(list.rows, filter), [list, filter]);
  const source = useMemo(() => ({ kind: 'rows' as const, rows }), [rows]);
  const columns = useMemo(
    () => measureColumns({ list, editable: !readOnly, former: filter.former }),
    [list, readOnly, filter.former],
  );
  const numbers = useMemo(() => new Map(list.rows.map((row, index) => [row.rowId, String(index + 1)])), [list]);
  const rowNumber = useCallback((row: MeasureRow) => numbers.get(row.rowId) ?? '', [numbers]);
  const wide = useMemo(
    () => ({
      is: (row: MeasureRow) => row.kind === 'heading',
      depth: (row: MeasureRow) => row.depth,
      press: (row: MeasureRow) => onFold(row.rowId),
      render: (row: MeasureRow) => (
        <HeadingRow
          row={row}
          number={numbers.get(row.rowId) ?? ''}
          glyphs={list.marks.map((mark) => mark.glyph)}
          folded={filter.folded.has(row.rowId)}
          onFold={onFold}
        />
      ),
    }),
    [list, numbers, filter.folded, onFold],
  );
  return (
    <Sheet<MeasureRow>
      name="measures"
      label={measuresText.label}
      columns={columns}
      source={source}
      rowId={rowId}
      rowClass={rowClass}
      rowNumber={rowNumber}
      wide={wide}
      rowTitle={printedName}
      {...(readOnly || commands === undefined ? {} : { commands })}
      errorText={failureText}
      emptyText={measuresText.notFound}
      narrowed={filter.mark.kind !== 'all'}
      bar={props.bar}
      onReady={props.onReady}
      onActive={props.onActive}
      onStatus={props.onStatus}
    />
  );
}
