import { formatCount } from '#renderer/ui/format.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { pasteArea, pastedText, shapeOf } from '../clipboard/paste-shape.ts';
import type { Matrix } from '../clipboard/paste-source.ts';
import { type CellRange, contains, type Selection } from '../selection/ranges.ts';
import type { SheetAddition } from '../types.ts';
import type { Batches } from './batches.ts';
import { gather, type Gathering, startGathering } from './gathering.ts';
import { columnsBetween, readRows, type SheetCore } from './sheet-core.ts';

/** `selection`: when the key was pressed. */
export type Paste = {
  readonly matrix: Matrix;
  readonly moved: readonly CellRange[];
  readonly ranges: readonly CellRange[];
  readonly selection: Selection;
};

/** True when it was written. What is pasted is gathered before anything is asked: rows that come or go meanwhile change nothing about it. */
export async function pasteMatrix<Row>(core: SheetCore<Row>, batches: Batches<Row>, paste: Paste): Promise<boolean> {
  const { matrix, ranges, selection } = paste;
  const shape = shapeOf(matrix);
  const isOne = shape.rows === 1 && shape.columns === 1;
  if (ranges.length > 1 && !isOne) {
    core.tell.problem(sheetText.pasteRanges);
    return false;
  }
  const bounds = { total: core.grid.total(), lastColumn: core.grid.columns().length - 1 };
  const areas = ranges.map((range) => pasteArea(shape, range));
  const gathered = await gatherPaste(core, { ...paste, areas, bounds });
  const beyond = areas.reduce((most, area) => Math.max(most, area.r2 - bounds.total + 1), 0);
  const wish = beyond > 0 ? await wantsRows(core, beyond) : 'within';
  if (wish === 'give-up') return false;
  if (wish === 'add') for (const area of areas) gathered.additions.push(...additionsOf(core, { matrix, area, bounds }));
  const cut = areas.reduce((most, area) => Math.max(most, area.c2 - bounds.lastColumn), 0);
  if (cut > 0) core.tell.done(sheetText.pasteCut(cut));
  const rows = gathered.additions.length === 0 ? '' : formatCount(gathered.additions.length);
  const words = { title: sheetText.paste, label: sheetText.pasteLabel(formatCount(gathered.edits.length), rows) };
  const written = await batches.run(gathered, words);
  const now = core.store.getState();
  // Who has gone on meanwhile is not called back.
  const isThere = now.selection === selection && now.editing === null;
  if (written && isThere) core.store.setState({ selection: selected(areas, bounds, core) });
  return written;
}

type Bounds = { readonly total: number; readonly lastColumn: number };
type Placed = Paste & { readonly areas: readonly CellRange[]; readonly bounds: Bounds };

/** The cells of the list that the paste changes; rows beyond its end are another matter. */
async function gatherPaste<Row>(
  core: SheetCore<Row>,
  { matrix, moved, areas, bounds }: Placed,
): Promise<Gathering<Row>> {
  const gathered = startGathering<Row>();
  // Where the pasted text goes itself, nothing is left to be emptied.
  const emptied = (row: number, column: number) => (areas.some((area) => contains(area, { row, column })) ? null : '');
  for (const area of moved) await gatherArea(core, gathered, { area, text: emptied });
  for (const area of areas)
    await gatherArea(core, gathered, { area: within(area, bounds), text: textIn(matrix, area) });
  return gathered;
}

function within(area: CellRange, { total, lastColumn }: Bounds): CellRange {
  return { ...area, r2: Math.min(area.r2, total - 1), c2: Math.min(area.c2, lastColumn) };
}

function textIn(matrix: Matrix, area: CellRange): (row: number, column: number) => string {
  return (row, column) => pastedText(matrix, row - area.r1, column - area.c1);
}

/** The pasted cells are selected afterwards, as in Excel. */
function selected<Row>(areas: readonly CellRange[], bounds: Bounds, core: SheetCore<Row>) {
  const { selection } = core.store.getState();
  const ranges = areas.map((area) => ({
    ...within(area, bounds),
    r2: Math.max(area.r1, within(area, bounds).r2),
  }));
  const last = ranges.at(-1);
  if (last === undefined) return selection;
  const corner = { row: last.r1, column: last.c1 };
  return { ...selection, ranges, anchor: corner, active: corner, head: { row: last.r2, column: last.c2 } };
}

/** `text` null: the cell stays as it is. */
type Area = { readonly area: CellRange; readonly text: (row: number, column: number) => string | null };

async function gatherArea<Row>(core: SheetCore<Row>, gathered: Gathering<Row>, { area, text }: Area): Promise<void> {
  const columns = columnsBetween(core, area.c1, area.c2);
  if (area.r2 < area.r1) return;
  for await (const { start, rows } of readRows(core, { from: area.r1, to: area.r2 }, columns))
    for (const [offset, row] of rows.entries())
      for (const [place, column] of columns.entries()) {
        const given = text(start + offset, area.c1 + place);
        if (given !== null) gather(core, gathered, { row, column, text: given });
      }
}

/** What becomes of rows beyond the last one. 'within': they cannot be made, which is told; 'give-up': nothing at all is pasted. */
async function wantsRows<Row>(core: SheetCore<Row>, count: number): Promise<'add' | 'within' | 'give-up'> {
  if (core.props().commands?.canAdd !== true) {
    core.tell.done(sheetText.pasteBeyond(formatCount(count)));
    return 'within';
  }
  const agreed = await core.ask({
    title: sheetText.addRowsTitle(formatCount(count)),
    body: sheetText.addRowsBody(formatCount(count)),
    ok: sheetText.addRowsOk(formatCount(count)),
  });
  core.focus();
  return agreed ? 'add' : 'give-up';
}

type Beyond = { readonly matrix: Matrix; readonly area: CellRange; readonly bounds: Bounds };

function additionsOf<Row>(core: SheetCore<Row>, { matrix, area, bounds }: Beyond): SheetAddition[] {
  const columns = columnsBetween(core, area.c1, Math.min(area.c2, bounds.lastColumn));
  const text = textIn(matrix, area);
  const first = Math.max(area.r1, bounds.total);
  return Array.from({ length: Math.max(0, area.r2 - first + 1) }, (_, offset) =>
    Object.fromEntries(
      columns.flatMap((column, place) => {
        const value = text(first + offset, area.c1 + place);
        return column.editor === undefined || value === '' ? [] : [[column.id, value]];
      }),
    ),
  );
}
