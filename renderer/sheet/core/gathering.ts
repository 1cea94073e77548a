import type { SheetAddition, SheetColumn, SheetEdit } from '../types.ts';
import type { PreviewSample } from './state.ts';
import { cellText, isEditable, type SheetCore } from './sheet-core.ts';

const samplesShown = 100;

/** Cells to change, gathered piece by piece; what cannot be changed is counted, what is the same already is left out. */
export type Gathering<Row> = {
  readonly edits: SheetEdit<Row>[];
  readonly additions: SheetAddition[];
  readonly samples: PreviewSample[];
  skipped: number;
};

export function startGathering<Row>(): Gathering<Row> {
  return { edits: [], additions: [], samples: [], skipped: 0 };
}

/** Adds one cell to what will change. */
export function gather<Row>(
  core: SheetCore<Row>,
  into: Gathering<Row>,
  cell: { readonly row: Row | null; readonly column: SheetColumn<Row>; readonly text: string },
): void {
  const { row, column, text } = cell;
  if (row === null || !isEditable(column, row)) {
    into.skipped += 1;
    return;
  }
  const rowId = core.props().rowId(row);
  const before = cellText(core, column, row);
  const standIn = core.pending.get(rowId, column.id)?.state;
  // A text on its way was entered after what is gathered here: the ledger does not hold it yet.
  if (before === text && standIn !== 'rejected' && standIn !== 'saving') return;
  into.edits.push({ rowId, row, columnId: column.id, text });
  if (into.samples.length < samplesShown)
    into.samples.push({ record: core.props().rowTitle?.(row) ?? '', column: column.title, before, after: text });
}
