import { whileWriting } from '#renderer/session/ledger-store.ts';
import { bringBackRefused, takeBackRefused } from '#renderer/session/refused-steps.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { actionText } from '#shared/messages/ui/actions.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import type { Action, ActionContext } from './types.ts';

/** Ctrl+Z pressed once too often must not take a whole file out of the ledger unasked. */
function importWords(label: string) {
  const { title, body, ok } = actionText.undoImport;
  return { title, body: body(label), ok, danger: true };
}

async function undo({ client, ask }: ActionContext): Promise<string | null> {
  // What the ledger did not take stands on the screen only: it goes first, and alone.
  const refused = takeBackRefused();
  if (refused !== null) {
    notifyDone(commonText.refusedUndone(refused), 'undo');
    return null;
  }
  // Asked anew in its turn: what was next when the key was pressed may be gone already.
  const { undo: head } = await client.call('history.stacks', {});
  if (head === null) {
    notifyDone(commonText.nothingToUndo, 'undo');
    return null;
  }
  if (head.isImport && !(await ask(importWords(head.label)))) return null;
  const { label, changeSetId } = await whileWriting(() => client.call('history.undo', { changeSetId: head.id }));
  notifyDone(commonText.undone(label ?? head.label), 'undo');
  return changeSetId;
}

async function redo({ client }: ActionContext): Promise<string | null> {
  const refused = bringBackRefused();
  if (refused !== null) {
    notifyDone(commonText.refusedRedone(refused), 'undo');
    return null;
  }
  const { label, changeSetId } = await whileWriting(() => client.call('history.redo', {}));
  notifyDone(label === null ? commonText.nothingToRedo : commonText.redone(label), 'undo');
  return changeSetId;
}

const canWrite = ({ hasLedger, readOnly }: ActionContext): boolean => hasLedger && !readOnly;

export const undoAction: Action = {
  id: 'undo',
  label: commonText.undo,
  group: 'work',
  ...actionText.undo,
  shortcut: 'Ctrl+Z',
  isEnabled: ({ readOnly, next }) => !readOnly && next.undo !== null,
  hintNow: ({ next }) => next.undo,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.undoNone),
  canTry: canWrite,
  run: (context) => context.turns.stepInTurn(() => undo(context)),
};

export const redoAction: Action = {
  id: 'redo',
  label: commonText.redo,
  group: 'work',
  ...actionText.redo,
  shortcut: 'Ctrl+Y',
  isEnabled: ({ readOnly, next }) => !readOnly && next.redo !== null,
  hintNow: ({ next }) => next.redo,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.redoNone),
  canTry: canWrite,
  run: (context) => context.turns.stepInTurn(() => redo(context)),
};
