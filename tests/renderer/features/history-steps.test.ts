import { expect, test } from 'vitest';
import { lineLabel, stepOf, tagsOf } from '#renderer/features/history/step-of.ts';

const words = (line: Parameters<typeof tagsOf>[0]): readonly string[] => tagsOf(line).map((tag) => tag.words);

test.each([
  ['a change', { kind: 'change', inForce: true, reverted: false }, 'undo', []],
  ['a change that was undone', { kind: 'change', inForce: false, reverted: true }, null, ['元に戻し済み']],
  ['a change that was redone', { kind: 'change', inForce: true, reverted: true }, 'undo', ['やり直して、いまは有効']],
  ['an undo', { kind: 'undo', inForce: true, reverted: false }, 'redo', ['元に戻す操作']],
  [
    'an undo that was redone',
    { kind: 'undo', inForce: false, reverted: true },
    null,
    ['元に戻す操作', 'そのあとやり直し済み'],
  ],
  ['a redo', { kind: 'redo', inForce: true, reverted: false }, 'undo', ['やり直す操作']],
  [
    'a redo that was undone',
    { kind: 'redo', inForce: false, reverted: true },
    null,
    ['やり直す操作', 'そのあと元に戻し済み'],
  ],
] as const)('%s says what it is, what has become of it and what its button does', (...[, line, step, tags]) => {
  expect(stepOf(line)).toBe(step);
  expect(words(line)).toEqual(tags);
});

test('a line is called by what it did, also when the words of the change begin like those of an undo', () => {
  expect(lineLabel({ kind: 'redo', label: '貼り付け' })).toBe('やり直し: 貼り付け');
  expect(lineLabel({ kind: 'change', label: '元に戻す: の会を追加' })).toBe('元に戻す: の会を追加');
});
