import { expect, test } from 'vitest';
import { fillOf } from '#renderer/ui/chart-look.ts';

test('a plain filling is its colour without hatching', () => {
  expect(fillOf('rgb(25, 122, 75)', 'none')).toEqual({ color: 'rgb(25, 122, 75)', hatch: null });
});

test('of a hatched filling the first colour is the ground and the last one the lines', () => {
  const gradient =
    'repeating-linear-gradient(45deg, rgb(0, 102, 190) 0px, rgb(0, 102, 190) 6px, rgba(58, 138, 212, 0.5) 6px)';
  expect(fillOf('rgba(0, 0, 0, 0)', gradient)).toEqual({ color: 'rgb(0, 102, 190)', hatch: 'rgba(58, 138, 212, 0.5)' });
});

test('a gradient of one colour is a plain filling', () => {
  expect(fillOf('rgba(0, 0, 0, 0)', 'linear-gradient(rgb(1, 2, 3), rgb(1, 2, 3))')).toEqual({
    color: 'rgb(1, 2, 3)',
    hatch: null,
  });
});
