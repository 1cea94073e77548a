import { expect, test } from 'vitest';
import { lastExpiredDay, lastSoonDay } from '#shared/domain/registration-end.ts';

test.each([
  ['2026-04-01', '2026-03-31'],
  ['2024-03-01', '2024-02-29'],
  ['2026-01-01', '2025-12-31'],
])('on %s registrations until %s are over', (today, last) => {
  expect(lastExpiredDay(today)).toBe(last);
});

test('a registration that ends 90 days from today ends soon', () => {
  expect(lastSoonDay('2026-04-01')).toBe('2026-06-30');
  expect(lastSoonDay('2025-12-01')).toBe('2026-03-01');
});
