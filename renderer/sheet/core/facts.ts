import { sheetText } from '#shared/messages/ui/sheet.ts';
import { type SummaryCell, selectionSummary } from '../bulk/selection-summary.ts';
import { cellCount, contains, isNothing, rowsOf, type Selection } from '../selection/ranges.ts';
import { spanSize } from '../selection/spans.ts';
import { activeRow } from './active-row.ts';
import { cellText, readRows, type SheetCore } from './sheet-core.ts';

/** Larger selections are only counted, not added up. */
const largestSum = 100_000;
const pauseMilliseconds = 120;

/** Tells the screen and screen readers what is selected, a moment after it came to rest. */
export function watchSelection<Row>(core: SheetCore<Row>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  let said = '';
  const tell = async (): Promise<void> => {
    run += 1;
    const mine = run;
    const { selection } = core.store.getState();
    const { active } = selection;
    const column = core.grid.columns()[active.column];
    if (column === undefined || core.grid.total() === 0) return;
    if (isNothing(selection)) {
      tellNothing(core);
      return;
    }
    const row = await activeRow(core);
    if (mine !== run) return;
    const text = row === null ? '' : (column.shown?.(row) ?? cellText(core, column, row));
    // What was said meanwhile (this cell cannot be changed) is not talked over.
    if (core.store.getState().announcement === said)
      core.store.setState({ announcement: sheetText.position(column.title, active.row + 1, text) });
    core.props().onActive?.(row, column.id);
    const summary = await summaryOf(core, selection);
    if (mine !== run) return;
    core.props().onStatus?.(summary);
  };
  const later = (): void => {
    said = core.store.getState().announcement;
    clearTimeout(timer);
    timer = setTimeout(() => void tell().catch(() => undefined), pauseMilliseconds);
  };
  const unsubscribe = core.store.subscribe((state, before) => {
    if (state.selection !== before.selection || state.total !== before.total) later();
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function tellNothing<Row>({ props }: SheetCore<Row>): void {
  props().onActive?.(null, '');
  props().onSelection?.(0);
  props().onStatus?.(sheetText.nothingActive);
}

async function summaryOf<Row>(core: SheetCore<Row>, selection: Selection): Promise<string> {
  const spans = rowsOf(selection.ranges);
  const count = spanSize(spans);
  core.props().onSelection?.(count);
  const cells = cellCount(selection.ranges);
  const columns = core.grid.columns();
  if (cells <= 1) return '';
  const across = new Set(selection.ranges.flatMap(({ c1, c2 }) => columns.slice(c1, c2 + 1)));
  const values: SummaryCell[] = [];
  if (cells <= largestSum)
    for (const { from, to } of spans)
      for await (const piece of readRows(core, { from, to }, [...across]))
        for (const [offset, row] of piece.rows.entries())
          for (const [place, column] of columns.entries()) {
            const position = { row: piece.start + offset, column: place };
            if (row === null || !selection.ranges.some((range) => contains(range, position))) continue;
            values.push({
              text: column.shown?.(row) ?? cellText(core, column, row),
              number: column.number?.(row) ?? null,
            });
          }
  const area = { cells, rows: count, columns: across.size, values: cells <= largestSum ? values : null };
  return selectionSummary(area).join('  ');
}
