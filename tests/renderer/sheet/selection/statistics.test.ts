import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf } from '#renderer/sheet/selection/statistics.ts';

test.each<[string, number[], number, number]>([
  ['whole numbers', [1, 2, 3, 4], 10, 2.5],
  ['decimals without dust', [0.1, 0.2], 0.3, 0.15],
  ['decimals that cancel out', [0.1, 0.2, -0.3], 0, 0],
  ['large and small', [9_007_199_254_740_991, 0.5, -9_007_199_254_740_991], 0.5, 0.5 / 3],
  ['very small and very large', [1e-7, 1e21, -1e21], 1e-7, 1e-7 / 3],
  ['what is no number between', [Number.NaN, 5], 5, 5],
])('sum and average of %s', (_, ...[numbers, sum, average]) => {
  const found = figuresOf(numbers);
  expect(found?.sum).toBe(sum);
  expect(found?.average).toBeCloseTo(average, 15);
});

test('without a number there is neither', () => {
  expect(figuresOf([])).toBeNull();
  expect(figuresOf([Number.NaN])).toBeNull();
});

test('the sum does not depend on the order, and is exact for amounts in hundredths', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 }), (hundredths) => {
      const amounts = hundredths.map((amount) => amount / 100);
      const exact = hundredths.reduce((sum, amount) => sum + amount, 0) / 100;
      expect(figuresOf(amounts)?.sum).toBe(exact === 0 ? 0 : exact);
      expect(figuresOf(amounts.toReversed())?.sum).toBe(figuresOf(amounts)?.sum);
    }),
  );
});
