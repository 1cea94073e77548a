import { whileWriting } from '#renderer/session/ledger-store.ts';
import { noteQuestion } from '#renderer/session/turns.ts';
import { notifyDone, notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { PendingEdit } from '../pending-edits.ts';
import type {
  BatchCheck,
  RefusedCell,
  SheetAddition,
  SheetBatch,
  SheetColumn,
  SheetCommands,
  SheetEdit,
} from '../types.ts';
import type { PreviewSample } from './state.ts';
import { cellText, isEditable, type SheetCore } from './sheet-core.ts';

/** More cells than this are shown before they are written. */
const previewAbove = 200;
/** More cells than this do not stand in for the ledger's values while they are written: the rows are read again instead. */
const shownWhileWriting = 5000;
const samplesShown = 100;
const refusedKept = 1000;

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

export type Batches<Row> = {
  /** Writes what was gathered: one command, one step of undo; asks first when it is much. Resolves true when written. */
  readonly run: (gathered: Gathering<Row>, words: BatchWords) => Promise<boolean>;
};
export type BatchWords = {
  /** Title of the preview: 貼り付け. */
  readonly title: string;
  /** Label for 履歴; '' = the ledger's own words. */
  readonly label: string;
  /** Shown before it is written even when it is little: the user did not see every cell it changes. */
  readonly alwaysShown?: boolean;
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
      if (!isShown || commands.check === undefined) return write(core, batch, { commands, words, skipped });
      // A second Ctrl+V before the first one's question: the question that is open stays the only one.
      if (core.store.getState().preview !== null) return false;
      const apply = await agreed(core, gathered, { ...words, check: commands.check(batch) });
      // Sent before the question goes from the screen: both take their time.
      const written = apply ? write(core, batch, { commands, words, skipped }) : false;
      core.store.setState({ preview: null });
      core.focus();
      return written;
    },
  };
}

function cellsOf<Row>({ edits, additions }: SheetBatch<Row>): number {
  return edits.length + additions.reduce((sum, addition) => sum + Object.keys(addition).length, 0);
}

function announce<Row>(core: SheetCore<Row>, sentence: string): void {
  core.store.setState({ announcement: sentence });
  notifyDone(sentence);
}

type Question = { readonly title: string; readonly check: Promise<BatchCheck> };

/** Opens the preview; the answer leaves it open. `check` is under way already while it is drawn. */
function agreed<Row>(
  core: SheetCore<Row>,
  { edits, samples, skipped }: Gathering<Row>,
  { title, check }: Question,
): Promise<boolean> {
  noteQuestion();
  const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>();
  core.store.setState({ preview: { title, check: null, skipped, samples, refused: [], answer } });
  check.then(
    (found) => {
      const { preview } = core.store.getState();
      // Given up meanwhile, and perhaps another one opened.
      if (preview?.answer !== answer) return;
      core.store.setState({ preview: { ...preview, check: found, refused: named(core, edits, found.refused) } });
    },
    (error: unknown) => {
      if (core.store.getState().preview?.answer === answer) notifyFailure(error);
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

type Writing<Row> = {
  readonly commands: SheetCommands<Row>;
  readonly words: BatchWords;
  readonly skipped: number;
};

async function write<Row>(core: SheetCore<Row>, batch: SheetBatch<Row>, writing: Writing<Row>): Promise<boolean> {
  const { edits, additions } = batch;
  const stands = edits.length <= shownWhileWriting;
  const step = core.pending.nextStep();
  const pending = edits.map(
    ({ rowId, columnId, text }): PendingEdit => ({ rowId, columnId, text, state: 'saving', message: '', step }),
  );
  // Sent first: the ledger writes while the cells are drawn.
  const answer = whileWriting(() => writing.commands.apply(batch));
  if (stands) {
    for (const edit of pending) if (!isEnteredAnew(core, edit)) core.pending.set(edit);
    core.grid.repaint(edits);
  } else core.store.setState({ busy: sheetText.writing });
  try {
    const { refused, changeSetId } = await answer;
    settle(core, pending, { stands, refused, message: null, isChange: changeSetId !== null });
    tellResult(core, batch, { ...writing, refused });
    core.grid.refresh(additions.length > 0 ? 'view' : 'blocks');
    return true;
  } catch (error) {
    const message = core.props().errorText?.(error) ?? '';
    settle(core, pending, { stands, refused: [], message, isChange: false });
    if (edits.length !== 1) notifyFailure(error);
    return false;
  } finally {
    core.store.setState({ busy: '' });
  }
}

/** Another text was entered into the cell since, and waits for its turn: it stays in sight. */
function isEnteredAnew<Row>({ pending }: SheetCore<Row>, { rowId, columnId, text }: PendingEdit): boolean {
  const now = pending.get(rowId, columnId);
  return now?.state === 'saving' && now.text !== text;
}

type Answer = {
  readonly stands: boolean;
  readonly refused: readonly RefusedCell[];
  /** Why nothing at all was written. */
  readonly message: string | null;
  /** False: no fresh values will come, those of the ledger hold as they are. */
  readonly isChange: boolean;
};

/** A refused text stays in its cell, red, with the reason; a later text typed into the same cell has its own answer. */
function settle<Row>(
  core: SheetCore<Row>,
  pending: readonly PendingEdit[],
  { stands, refused, message, isChange }: Answer,
): void {
  const reasons = new Map(refused.slice(0, refusedKept).map((cell) => [`${cell.rowId}\u0000${cell.columnId}`, cell]));
  const settled = (edit: PendingEdit): PendingEdit => {
    const reason = message ?? reasons.get(`${edit.rowId}\u0000${edit.columnId}`)?.message;
    return reason === undefined ? { ...edit, state: 'saved' } : { ...edit, state: 'rejected', message: reason };
  };
  for (const edit of pending) {
    const next = settled(edit);
    if (stands ? core.pending.get(edit.rowId, edit.columnId) === edit : next.state === 'rejected' && message === null)
      core.pending.set(next);
  }
  if (!isChange) {
    const rows = new Set(pending.map(({ rowId }) => rowId));
    core.pending.settle((rowId) => rows.has(rowId));
  }
  core.pending.changed();
  if (!core.grid.isShown()) tellLeft(core);
  core.grid.repaint(stands ? pending : null);
}

/** The sheet is left: a refused text goes with its red cell, so it is told in words. */
export function tellLeft<Row>({ pending, props }: SheetCore<Row>): void {
  const left = pending.rejected.getState();
  const last = left.at(-1);
  if (last === undefined) return;
  const column = props().columns.find(({ id }) => id === last.columnId)?.title ?? '';
  notifyProblem(sheetText.leftBehind(column, last, left.length - 1));
  pending.dropAll(left);
}

function tellResult<Row>(
  core: SheetCore<Row>,
  { edits, additions }: SheetBatch<Row>,
  { refused, skipped, words }: Writing<Row> & { readonly refused: readonly RefusedCell[] },
): void {
  // One cell shows by itself what became of it.
  if (edits.length + additions.length <= 1) return;
  const written = edits.length - refused.filter((cell) => cell.rowId !== null).length;
  const sentence = sheetText.written({
    title: words.title,
    cells: written,
    rows: additions.length,
    skipped,
    refused: refused.length,
  });
  announce(core, sentence);
}
