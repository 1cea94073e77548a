import { expect, test } from 'vitest';
import { createOwnChanges } from '#renderer/features/organizations/own-changes.ts';

function answers() {
  let told = 0;
  const changes = createOwnChanges(() => {
    told += 1;
  });
  /** A write whose answer comes when it is given. */
  const begin = () => {
    const { promise, resolve, reject } = Promise.withResolvers<{ changeSetId: string | null }>();
    const done = changes.run(() => promise);
    const answer = async (changeSetId: string | null): Promise<void> => {
      resolve({ changeSetId });
      await done;
    };
    return { answer, fail: reject, done };
  };
  return { changes, begin, foreign: () => told };
}

test('a change told of before or after the answer to its own write is an own one', async () => {
  const { changes, begin, foreign } = answers();
  const first = begin();
  expect(changes.mayBeOwn('one')).toBe(true);
  await first.answer('one');
  await begin().answer('two');
  expect(changes.mayBeOwn('two')).toBe(true);
  expect(foreign()).toBe(0);
});

test('a change from elsewhere is told of at once, or when the last write under way has been answered', async () => {
  const { changes, begin, foreign } = answers();
  expect(changes.mayBeOwn('import')).toBe(false);
  const [first, second] = [begin(), begin()];
  expect(changes.mayBeOwn('import')).toBe(true);
  await first.answer('one');
  expect(foreign()).toBe(0);
  await second.answer('two');
  expect(foreign()).toBe(1);
  await begin().answer('three');
  expect(foreign()).toBe(1);
});

test('a write that changed nothing or failed owns no change', async () => {
  const { changes, begin, foreign } = answers();
  const nothing = begin();
  expect(changes.mayBeOwn('elsewhere')).toBe(true);
  await nothing.answer(null);
  expect(foreign()).toBe(1);
  const failing = begin();
  expect(changes.mayBeOwn('elsewhere too')).toBe(true);
  failing.fail(new Error('full disk'));
  await expect(failing.done).rejects.toThrow('full disk');
  expect(foreign()).toBe(2);
  expect(changes.mayBeOwn(null)).toBe(false);
});
