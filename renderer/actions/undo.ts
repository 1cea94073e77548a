import { whileWriting } from '#renderer/session/ledger-store.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { commonText } from '#shared/messages/ui/common.ts';
import { originalLabel } from './original-label.ts';
import type { Action } from './types.ts';

export const undoAction: Action = {
  id: 'undo',
  label: commonText.undo,
  shortcut: 'Ctrl+Z',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.undo !== null,
  run: async ({ client, stacks }) => {
    const { label } = await whileWriting(() => client.call('history.undo', {}));
    notifyDone(
      label === null ? commonText.nothingToUndo : commonText.undone(originalLabel(stacks.undo?.label ?? label)),
    );
  },
};

export const redoAction: Action = {
  id: 'redo',
  label: commonText.redo,
  shortcut: 'Ctrl+Y',
  isEnabled: ({ stacks, readOnly }) => !readOnly && stacks.redo !== null,
  run: async ({ client, stacks }) => {
    const { label } = await whileWriting(() => client.call('history.redo', {}));
    if (label !== null) notifyDone(commonText.redone(originalLabel(stacks.redo?.label ?? label)));
  },
};
