import { expect, test } from 'vitest';
import { createReadAhead } from '#renderer/sheet/read-ahead.ts';
import type { BlockView } from '#renderer/sheet/types.ts';

function countingView(total: number, fails: (start: number) => boolean = () => false) {
  const asked: number[] = [];
  const view: BlockView<number> = {
    total,
    handle: null,
    read: async (start, end) => {
      asked.push(start);
      if (fails(start)) throw new Error('gone');
      return Array.from({ length: end - start }, (_, offset) => start + offset);
    },
    find: async () => [],
    indexOf: async () => null,
  };
  return { view, asked };
}

const block = (start: number, end = start + 100) => ({ start, end, size: 100 });

test('the blocks on both sides are read before they are asked for, and each is read once', async () => {
  const { view, asked } = countingView(1000);
  const ahead = createReadAhead<number>();
  expect((await ahead.read(view, block(300)))[0]).toBe(300);
  expect(asked).toEqual([300, 400, 200]);
  expect((await ahead.read(view, block(400))).at(-1)).toBe(499);
  expect(asked).toEqual([300, 400, 200, 500, 300]);
});

test('nothing is read before the first row or behind the last one', async () => {
  const { view, asked } = countingView(150);
  const ahead = createReadAhead<number>();
  await ahead.read(view, block(0));
  expect((await ahead.read(view, block(100, 150))).length).toBe(50);
  expect(asked).toEqual([0, 100, 0]);
});

test('rows that have changed are read anew', async () => {
  const { view, asked } = countingView(1000);
  const ahead = createReadAhead<number>();
  await ahead.read(view, block(0));
  ahead.forget();
  await ahead.read(view, block(100));
  expect(asked.filter((start) => start === 100)).toHaveLength(2);
});

test('a block that could not be read ahead is read when it is asked for', async () => {
  let isDown = true;
  const { view, asked } = countingView(1000, (start) => isDown && start === 100);
  const ahead = createReadAhead<number>();
  await ahead.read(view, block(0));
  await new Promise((resolve) => setTimeout(resolve));
  isDown = false;
  expect((await ahead.read(view, block(100)))[0]).toBe(100);
  expect(asked.filter((start) => start === 100)).toHaveLength(2);
});
