import { whileWriting, writesDone } from '#renderer/session/ledger-store.ts';
import { askConfirm } from '#renderer/ui/confirm.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { actionText } from '#shared/messages/ui/actions.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import { originalLabel } from './original-label.ts';
import { isQuestionOpen } from './question.ts';
import type { Action, ActionContext } from './types.ts';

/** Ctrl+Z pressed once too often must not take a whole file out of the ledger unasked. */
function importWords(label: string) {
  const { title, body, ok } = actionText.undoImport;
  return { title, body: body(label), ok, danger: true };
}

/** Takes one step; false = there was none, or the user would not: the keys pressed meanwhile mean nothing any more. */
type Step = () => Promise<boolean>;
const waiting: Step[] = [];
let isStepping = false;

/** One step after the other, each when all that was entered before it is written: it then looks at what is next. */
async function inTurn(step: Step): Promise<void> {
  waiting.push(step);
  if (isStepping) return;
  isStepping = true;
  try {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await writesDone();
      // What was entered before has come to a question of its own, the preview of a paste: its answer is meant first.
      if (isQuestionOpen() || !(await next())) break;
    }
  } finally {
    waiting.length = 0;
    isStepping = false;
  }
}

async function undo({ client }: ActionContext): Promise<boolean> {
  const { undo: head } = await client.call('history.stacks', {});
  if (head === null) {
    notifyDone(commonText.nothingToUndo, 'undo');
    return false;
  }
  if (head.isImport && !(await askConfirm(importWords(head.label)))) return false;
  const { label } = await whileWriting(() => client.call('history.undo', { changeSetId: head.id }));
  notifyDone(commonText.undone(originalLabel(label ?? head.label)), 'undo');
  return true;
}

async function redo({ client }: ActionContext): Promise<boolean> {
  const { label } = await whileWriting(() => client.call('history.redo', {}));
  notifyDone(label === null ? commonText.nothingToRedo : commonText.redone(originalLabel(label)), 'undo');
  return label !== null;
}

const canWrite = ({ hasLedger, readOnly }: ActionContext): boolean => hasLedger && !readOnly;

export const undoAction: Action = {
  id: 'undo',
  label: commonText.undo,
  group: 'work',
  ...actionText.undo,
  shortcut: 'Ctrl+Z',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.undo !== null,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.undoNone),
  canTry: canWrite,
  run: (context) => inTurn(() => undo(context)),
};

export const redoAction: Action = {
  id: 'redo',
  label: commonText.redo,
  group: 'work',
  ...actionText.redo,
  shortcut: 'Ctrl+Y',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.redo !== null,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.redoNone),
  canTry: canWrite,
  run: (context) => inTurn(() => redo(context)),
};
