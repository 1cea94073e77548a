import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { BatchCheck, RefusedCell, SheetBatch, SheetCommands, SheetEdit } from '../types.ts';
import type { Gathering } from './gathering.ts';
import { agreesToNew, newValuesIn } from './new-values.ts';
import type { NewValues } from './state.ts';
import type { SheetCore } from './sheet-core.ts';
import { announce, type BatchWords, keepUnsent, write } from './writing.ts';

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
      const isMuch = words.alwaysShown === true || cellsOf(batch) > previewAbove;
      const outlook = await outlookOf(core, batch, { commands, isMuch });
      if (outlook === null) return false;
      const { check, newValues } = outlook;
      if (check === null) {
        if (await agreesToNew(core, newValues)) return write(core, batch, { commands, words, skipped });
        giveUp(core, batch);
        return false;
      }
      // A second Ctrl+V before the first one's question: the question that is open stays the only one.
      if (core.store.getState().preview !== null) return false;
      const apply = await agreed(core, gathered, { ...words, newValues, check: check.answer });
      // Sent before the question goes from the screen: both take their time.
      const written = apply ? write(core, batch, { commands, words, skipped }) : false;
      core.store.setState({ preview: null });
      core.focus();
      return written;
    },
  };
}

type Outlook = {
  readonly check: { readonly answer: Promise<BatchCheck> } | null;
  readonly newValues: readonly NewValues[];
};
type Asking<Row> = { readonly commands: SheetCommands<Row>; readonly isMuch: boolean };

/** What has to be asked before a batch is written; null when the ledger gave no answer: the texts then stay in their cells, red. */
async function outlookOf<Row>(
  core: SheetCore<Row>,
  batch: SheetBatch<Row>,
  { commands, isMuch }: Asking<Row>,
): Promise<Outlook | null> {
  try {
    const check = await checkToShow(commands, batch, isMuch);
    return { check, newValues: (await newValuesIn(core, batch)) ?? [] };
  } catch (error) {
    keepUnsent(core, batch, error);
    return null;
  }
}

/**
 * What the ledger would make of a batch that is to be shown before it is written; null = it is written without being shown. A new row has
 * no cell yet in which a refused text could stay red: whoever pastes one is told before.
 */
async function checkToShow<Row>(
  commands: SheetCommands<Row>,
  batch: SheetBatch<Row>,
  isMuch: boolean,
): Promise<{ readonly answer: Promise<BatchCheck> } | null> {
  if (commands.check === undefined || (!isMuch && batch.additions.length === 0)) return null;
  const answer = commands.check(batch);
  if (isMuch) return { answer };
  return (await answer).refused.some(({ rowId }) => rowId === null) ? { answer } : null;
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
