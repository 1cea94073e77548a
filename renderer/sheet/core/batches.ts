import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { BatchCheck, RefusedCell, SheetBatch, SheetEdit } from '../types.ts';
import type { Gathering } from './gathering.ts';
import { agreesToNew, newValuesIn } from './new-values.ts';
import type { NewValues } from './state.ts';
import type { SheetCore } from './sheet-core.ts';
import { announce, type BatchWords, write } from './writing.ts';

/** More cells than this are shown before they are written. */
const previewAbove = 200;

export type Batches<Row> = {
  /** Writes what was gathered: one command, one step of undo; asks first when it is much. Resolves true when written. */
  readonly run: (gathered: Gathering<Row>, words: BatchWords) => Promise<boolean>;
};

export function createBatches<Row>(core: SheetCore<Row>): Batches<Row> {
  return {
    run: async (gathered, words) => {
      const { commands } = core.props();
      const { edits, additions, skipped } = gathered;
      if (commands === undefined || edits.length + additions.length === 0) {
        if (skipped > 0) announce(core, sheetText.nothingEditable(skipped));
        return false;
      }
      const batch: SheetBatch<Row> = { edits, additions, label: words.label };
      const isShown = words.alwaysShown === true || cellsOf(batch) > previewAbove;
      const newValues = (await newValuesIn(core, batch)) ?? [];
      if (!isShown || commands.check === undefined) {
        if (await agreesToNew(core, newValues)) return write(core, batch, { commands, words, skipped });
        giveUp(core, batch);
        return false;
      }
      // A second Ctrl+V before the first one's question: the question that is open stays the only one.
      if (core.store.getState().preview !== null) return false;
      const apply = await agreed(core, gathered, { ...words, newValues, check: commands.check(batch) });
      // Sent before the question goes from the screen: both take their time.
      const written = apply ? write(core, batch, { commands, words, skipped }) : false;
      core.store.setState({ preview: null });
      core.focus();
      return written;
    },
  };
}

/** What was typed does not stay in its cell as if it were on its way. */
function giveUp<Row>(core: SheetCore<Row>, { edits }: SheetBatch<Row>): void {
  core.pending.dropAll(edits.filter((edit) => core.pending.get(edit.rowId, edit.columnId)?.text === edit.text));
  core.grid.repaint(edits);
  announce(core, sheetText.newValueGivenUp, 'given-up');
  core.focus();
}

function cellsOf<Row>({ edits, additions }: SheetBatch<Row>): number {
  return edits.length + additions.reduce((sum, addition) => sum + Object.keys(addition).length, 0);
}

type Question = {
  readonly title: string;
  readonly newValues: readonly NewValues[];
  readonly check: Promise<BatchCheck>;
};

/** Opens the preview; the answer leaves it open. `check` is under way already while it is drawn. */
function agreed<Row>(
  core: SheetCore<Row>,
  { edits, samples, skipped }: Gathering<Row>,
  { title, newValues, check }: Question,
): Promise<boolean> {
  core.turns.noteQuestion();
  const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>();
  core.store.setState({ preview: { title, check: null, skipped, newValues, samples, refused: [], answer } });
  check.then(
    (found) => {
      const { preview } = core.store.getState();
      // Given up meanwhile, and perhaps another one opened.
      if (preview?.answer !== answer) return;
      core.store.setState({ preview: { ...preview, check: found, refused: named(core, edits, found.refused) } });
    },
    (error: unknown) => {
      if (core.store.getState().preview?.answer === answer) core.tell.failure(error);
      answer(false);
    },
  );
  return answered;
}

/** Refused cells with the words a user knows them by. */
function named<Row>(core: SheetCore<Row>, edits: readonly SheetEdit<Row>[], refused: readonly RefusedCell[]) {
  const { columns, rowTitle } = core.props();
  const rows = new Map(edits.map((edit) => [edit.rowId, edit.row]));
  return refused.map((cell) => {
    const row = cell.rowId === null ? undefined : rows.get(cell.rowId);
    return {
      ...cell,
      record: row === undefined ? sheetText.newRow : (rowTitle?.(row) ?? ''),
      column: columns.find((column) => column.id === cell.columnId)?.title ?? '',
    };
  });
}
