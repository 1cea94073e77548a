import { expect, test } from 'vitest';
import { originalLabel } from '#renderer/actions/original-label.ts';
import { undoLabels } from '#shared/messages/undo.ts';

test('an undo of a redo of a deed is called by the deed', () => {
  const deed = '「登録団体一覧_R8.xlsx」を取り込み';
  expect(originalLabel(deed)).toBe(deed);
  expect(originalLabel(undoLabels.undo(deed))).toBe(deed);
  expect(originalLabel(undoLabels.undo(undoLabels.redo(deed)))).toBe(deed);
});
