import { describe, expect, test } from 'vitest';
import {
  filterOfSelection,
  isTicked,
  onlyValues,
  selectionOf,
  tickAll,
  ticksOf,
  tickValues,
} from '#renderer/sheet/filter/value-selection.ts';
import type { ValueList } from '#renderer/sheet/types.ts';

function list(names: string, distinct?: number): ValueList {
  const values = [...names].map((value) => ({ value, count: 1 }));
  return { values, distinct: distinct ?? values.length };
}

describe('ticking values', () => {
  test('without a filter everything is ticked, also what is not loaded', () => {
    expect(isTicked(selectionOf(null), 'anything')).toBe(true);
    expect(filterOfSelection('city', selectionOf(null), list('ab', 100_000))).toBeNull();
  });
  test('a filter shows as its ticks, blank and filled ones too', () => {
    const filter = { columnId: 'city', kind: 'values', values: ['a'], exclude: true } as const;
    expect(ticksOf(selectionOf(filter), ['a', 'b'])).toBe('some');
    expect(isTicked(selectionOf({ columnId: 'city', kind: 'blank' }), '')).toBe(true);
    expect(isTicked(selectionOf({ columnId: 'city', kind: 'blank' }), 'a')).toBe(false);
    expect(isTicked(selectionOf({ columnId: 'city', kind: 'filled' }), '')).toBe(false);
  });
  test('ticks survive ticking others', () => {
    const ticked = tickValues(onlyValues(['a']), ['c', 'd'], true);
    expect(filterOfSelection('city', ticked, list('abcdefgh'))).toMatchObject({ values: ['a', 'c', 'd'] });
    expect(filterOfSelection('city', tickValues(ticked, ['a'], false), list('abcdefgh'))).toMatchObject({
      values: ['c', 'd'],
    });
  });
  test('the shorter of the two lists is named', () => {
    const few = tickValues(tickAll(true), ['a', 'b', 'c'], false);
    expect(filterOfSelection('city', few, list('abcd'))).toEqual({
      columnId: 'city',
      kind: 'values',
      values: ['d'],
      exclude: false,
    });
    expect(filterOfSelection('city', few, list('abcdefgh'))).toMatchObject({ values: ['a', 'b', 'c'], exclude: true });
    expect(filterOfSelection('city', onlyValues(['a', 'b', 'c']), list('abcd'))).toMatchObject({
      values: ['d'],
      exclude: true,
    });
  });
  test('of a list that is not fully known the values that were touched are named', () => {
    const touched = tickValues(tickAll(true), ['a', 'b'], false);
    expect(filterOfSelection('city', touched, list('abc', 100_000))).toMatchObject({
      values: ['a', 'b'],
      exclude: true,
    });
    expect(filterOfSelection('city', onlyValues(['a', 'b', 'c']), list('abc', 100_000))).toMatchObject({
      values: ['a', 'b', 'c'],
      exclude: false,
    });
  });
  test('everything ticked is no filter, nothing ticked is told apart', () => {
    expect(filterOfSelection('city', onlyValues(['a', 'b']), list('ab'))).toBeNull();
    expect(filterOfSelection('city', tickAll(false), list('ab'))).toBe('nothing');
    expect(filterOfSelection('city', tickValues(tickAll(true), ['a', 'b'], false), list('ab'))).toBe('nothing');
  });
  test('100,000 values are ticked and named without delay', () => {
    const values = Array.from({ length: 100_000 }, (_, index) => ({ value: `団体${index}`, count: 1 }));
    const half = onlyValues(values.slice(0, 60_000).map(({ value }) => value));
    const filter = filterOfSelection('name', half, { values, distinct: values.length });
    expect(filter).toMatchObject({ exclude: true });
    expect(filter).toHaveProperty('values.length', 40_000);
  });
});
