import { expect, test } from 'vitest';
import { startScrollPace } from '#renderer/sheet/layer/scroll-pace.ts';

function stepsOver(times: readonly number[]) {
  const pace = startScrollPace(1000);
  const steps = times.map((time) => pace.due(1000 + time));
  return {
    rows: steps.reduce((sum, { rows }) => sum + rows, 0),
    columns: steps.reduce((sum, { columns }) => sum + columns, 0),
  };
}

test('the list has scrolled equally far after the same time, however rarely the computer comes to it', () => {
  const often = Array.from({ length: 50 }, (_, index) => (index + 1) * 40);
  const late = [310, 700, 1430, 2000];
  expect(stepsOver(often)).toEqual({ rows: 50, columns: 12 });
  expect(stepsOver(late)).toEqual(stepsOver(often));
});

test('what is left of a step counts for the next one', () => {
  const pace = startScrollPace(0);
  expect(pace.due(39)).toEqual({ rows: 0, columns: 0 });
  expect(pace.due(79)).toEqual({ rows: 1, columns: 0 });
  expect(pace.due(80)).toEqual({ rows: 1, columns: 0 });
  expect(pace.due(160)).toEqual({ rows: 2, columns: 1 });
});
