import { whileWriting } from '#renderer/session/ledger-store.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { PendingEdit } from '../pending-edits.ts';
import type { RefusedCell, SheetBatch, SheetCommands } from '../types.ts';
import type { SheetCore } from './sheet-core.ts';

/** More cells than this do not stand in for the ledger's values while they are written: the rows are read again instead. */
const shownWhileWriting = 5000;
const refusedKept = 1000;

export type BatchWords = {
  /** Title of the preview: 貼り付け. */
  readonly title: string;
  /** Label for 履歴; '' = the ledger's own words. */
  readonly label: string;
  /** Shown before it is written even when it is little: the user did not see every cell it changes. */
  readonly alwaysShown?: boolean;
};

export type Writing<Row> = {
  readonly commands: SheetCommands<Row>;
  readonly words: BatchWords;
  readonly skipped: number;
};

/** Sends a batch; its texts stand in their cells until the ledger has answered. True when it was written. */
export async function write<Row>(
  core: SheetCore<Row>,
  batch: SheetBatch<Row>,
  writing: Writing<Row>,
): Promise<boolean> {
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
    const { refused, changeSetId, added = additions.length } = await answer;
    settle(core, pending, { stands, refused, message: null, isChange: changeSetId !== null });
    tellResult(core, batch, { ...writing, refused, added });
    core.grid.refresh(additions.length > 0 ? 'view' : 'blocks');
    return true;
  } catch (error) {
    const message = core.props().errorText?.(error) ?? '';
    settle(core, pending, { stands, refused: [], message, isChange: false });
    if (edits.length !== 1) core.tell.failure(error);
    return false;
  } finally {
    core.store.setState({ busy: '' });
  }
}

/** Nothing could be sent: what was typed does not look as if it were on its way. */
export function keepUnsent<Row>(core: SheetCore<Row>, { edits }: SheetBatch<Row>, error: unknown): void {
  const step = core.pending.nextStep();
  const message = core.props().errorText?.(error) ?? '';
  const stands = edits.length <= shownWhileWriting;
  for (const { rowId, columnId, text } of stands ? edits : []) {
    const edit: PendingEdit = { rowId, columnId, text, state: 'rejected', message, step };
    if (!isEnteredAnew(core, edit)) core.pending.set(edit);
  }
  core.pending.changed();
  if (!core.grid.isShown()) tellLeft(core);
  core.grid.repaint(stands ? edits : null);
  if (edits.length !== 1) core.tell.failure(error);
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
export function tellLeft<Row>({ pending, props, tell }: SheetCore<Row>): void {
  const left = pending.rejected.getState();
  const last = left.at(-1);
  if (last === undefined) return;
  const column = props().columns.find(({ id }) => id === last.columnId)?.title ?? '';
  tell.problem(sheetText.leftBehind(column, last, left.length - 1));
  pending.dropAll(left);
}

function tellResult<Row>(
  core: SheetCore<Row>,
  { edits, additions }: SheetBatch<Row>,
  {
    refused,
    added,
    skipped,
    words,
  }: Writing<Row> & { readonly refused: readonly RefusedCell[]; readonly added: number },
): void {
  // One cell shows by itself what became of it.
  if (edits.length + additions.length <= 1) return;
  const red = refused.filter((cell) => cell.rowId !== null).length;
  const sentence = sheetText.written({
    title: words.title,
    cells: edits.length - red,
    rows: added,
    skipped,
    refused: red,
    dropped: refused.length - red,
  });
  announce(core, sentence, 'written');
}

/** `kind`: takes the place of the one before of its kind. */
export function announce<Row>(core: SheetCore<Row>, sentence: string, kind?: string): void {
  core.store.setState({ announcement: sentence });
  core.tell.done(sentence, kind);
}
