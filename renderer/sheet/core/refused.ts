import { tellRefused, type RefusedStep } from '#renderer/session/refused-steps.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { PendingEdit } from '../pending-edits.ts';
import type { SheetCore } from './sheet-core.ts';

/** Tells the program which red texts Ctrl+Z takes back first: those of the newest entry, fill or paste, all at once. */
export function watchRefused<Row>(core: SheetCore<Row>): () => void {
  const { rejected } = core.pending;
  const tell = (edits: readonly PendingEdit[]): void => tellRefused(newestStep(core, edits));
  const unsubscribe = rejected.subscribe(tell);
  tell(rejected.getState());
  return () => {
    unsubscribe();
    tellRefused(null, false);
  };
}

function newestStep<Row>(core: SheetCore<Row>, rejected: readonly PendingEdit[]): RefusedStep | null {
  const last = rejected.at(-1);
  if (last === undefined) return null;
  const edits = rejected.filter(({ step }) => step === last.step);
  const column = core.props().columns.find(({ id }) => id === last.columnId)?.title ?? '';
  return {
    label: sheetText.refusedStep(column, last.text, edits.length - 1),
    number: last.step,
    takeBack: () => {
      core.pending.dropAll(edits);
      core.grid.repaint(edits);
    },
    bringBack: () => {
      // A cell that something else was entered into since keeps that.
      for (const edit of edits) if (core.pending.get(edit.rowId, edit.columnId) === undefined) core.pending.set(edit);
      core.pending.changed();
      core.grid.repaint(edits);
    },
  };
}
