import { expect, test } from 'vitest';
import { createPendingEdits, type PendingEdit } from '#renderer/sheet/pending-edits.ts';

function edit(rowId: string, state: PendingEdit['state'], step = 1): PendingEdit {
  return { rowId, columnId: 'phone', text: '083', state, message: state === 'rejected' ? '桁が足りません' : '', step };
}

test('a rejected text stays although fresh rows arrive', () => {
  const pending = createPendingEdits();
  pending.set(edit('a', 'rejected'));
  pending.changed();
  pending.settle((rowId) => ['a'].includes(rowId));
  expect(pending.get('a', 'phone')?.text).toBe('083');
  expect(pending.rejected.getState()).toHaveLength(1);
});

test('a saved text goes once its row has been read again, and only then', () => {
  const pending = createPendingEdits();
  pending.set(edit('a', 'saved'));
  pending.settle((rowId) => ['b'].includes(rowId));
  expect(pending.get('a', 'phone')).toBeDefined();
  pending.settle((rowId) => ['a'].includes(rowId));
  expect(pending.get('a', 'phone')).toBeUndefined();
});

test('a text on its way is not taken away by rows read before the ledger took it', () => {
  const pending = createPendingEdits();
  pending.set(edit('a', 'saving'));
  pending.settle(() => true);
  expect(pending.get('a', 'phone')?.state).toBe('saving');
});

test('giving up drops one cell and leaves the others', () => {
  const pending = createPendingEdits();
  pending.set(edit('a', 'rejected'));
  pending.set(edit('b', 'rejected'));
  pending.dropAll([{ rowId: 'a', columnId: 'phone' }]);
  expect(pending.rejected.getState().map((each) => each.rowId)).toEqual(['b']);
});

test('the refused text entered last is the last one, also in a cell that was refused before', () => {
  const pending = createPendingEdits();
  pending.set(edit('a', 'rejected', pending.nextStep()));
  pending.set(edit('b', 'rejected', pending.nextStep()));
  pending.set(edit('a', 'rejected', pending.nextStep()));
  pending.changed();
  expect(pending.rejected.getState().map((each) => each.rowId)).toEqual(['b', 'a']);
});
