import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeOrders } from '#shared/domain/sort-orders.ts';

describe('the order of rows', () => {
  it('leaves rows alone that stand in order and fits new ones between', () => {
    const current = new Map([
      ['a', 1024],
      ['b', 2048],
    ]);
    const { orders, moved } = arrangeOrders(current, ['a', 'new', 'b', 'last']);
    expect(Object.fromEntries(orders)).toEqual({ a: 1024, new: 1536, b: 2048, last: 3072 });
    expect(moved.size).toBe(0);
  });

  it('moves one row rather than all others', () => {
    const current = new Map([...'abcde'].map((id, index) => [id, (index + 1) * 1024]));
    const { orders, moved } = arrangeOrders(current, [...'bcdea']);
    expect([...moved]).toEqual(['a']);
    expect(orders.get('b')).toBe(2048);
  });

  it('gives rising orders to every wanted row, whatever stood before', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { minLength: 1 });
    const known = fc.dictionary(fc.integer({ min: 0, max: 60 }).map(String), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(ids, known, (wanted, stored) => {
        const { orders } = arrangeOrders(new Map(Object.entries(stored)), wanted);
        const values = wanted.map((id) => orders.get(id) ?? Number.NaN);
        expect(values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0))).toBe(true);
      }),
    );
  });
});
