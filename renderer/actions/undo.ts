import { whileWriting } from '#renderer/session/ledger-store.ts';
import { askConfirm } from '#renderer/ui/confirm.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { actionText } from '#shared/messages/ui/actions.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import { originalLabel } from './original-label.ts';
import type { Action } from './types.ts';

/** Ctrl+Z pressed once too often must not take a whole file out of the ledger unasked. */
function importWords(label: string) {
  const { title, body, ok } = actionText.undoImport;
  return { title, body: body(label), ok, danger: true };
}

export const undoAction: Action = {
  id: 'undo',
  label: commonText.undo,
  group: 'work',
  ...actionText.undo,
  shortcut: 'Ctrl+Z',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.undo !== null,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.undoNone),
  run: async ({ client }) => {
    // Asked anew: with the key held down, what was next a moment ago is gone already.
    const { undo } = await client.call('history.stacks', {});
    if (undo?.isImport === true && !(await askConfirm(importWords(undo.label)))) return;
    const { label } = await whileWriting(() => client.call('history.undo', {}));
    notifyDone(label === null ? commonText.nothingToUndo : commonText.undone(originalLabel(label)), 'undo');
  },
};

export const redoAction: Action = {
  id: 'redo',
  label: commonText.redo,
  group: 'work',
  ...actionText.redo,
  shortcut: 'Ctrl+Y',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.redo !== null,
  whyNot: ({ readOnly }) => (readOnly ? actionText.readOnly : frameText.redoNone),
  run: async ({ client }) => {
    const { label } = await whileWriting(() => client.call('history.redo', {}));
    if (label !== null) notifyDone(commonText.redone(originalLabel(label)), 'undo');
  },
};
