import { describe, expect, test } from 'vitest';
import { editedValue, editText, shownText } from '#renderer/features/organizations/columns.ts';
import { dayBefore } from '#renderer/features/organizations/day-before.ts';

describe('values of the register', () => {
  test.each([
    ['date', '2026-03-31', 'R8.3.31'],
    ['postal', '7501576', '750-1576'],
    ['count', 1234, '1,234'],
    ['public-flag', true, '公開'],
    ['public-flag', false, '非公開'],
    ['activity-fields', ['まちづくりの推進', '観光の振興'], 'まちづくり・観光'],
    ['long-text', 'あ\nい', 'あ い'],
    ['text', null, ''],
  ] as const)('a %s is shown as staff write it', (kind, value, text) => {
    expect(shownText(kind, Array.isArray(value) ? [...value] : (value as string | number | boolean | null))).toBe(text);
  });

  test('what an editor starts with goes back unchanged', () => {
    for (const value of [true, false, null]) expect(editedValue('public-flag', editText(value))).toBe(value);
    expect(editedValue('activity-fields', editText(['まちづくりの推進', '観光の振興']))).toEqual([
      'まちづくりの推進',
      '観光の振興',
    ]);
    expect(editedValue('date', editText('2026-03-31'))).toBe('2026-03-31');
  });

  test('an emptied cell is no value, and no fields are an empty list', () => {
    expect(editedValue('phone', ' ')).toBeNull();
    expect(editedValue('activity-fields', '')).toEqual([]);
  });

  test('a typed text is sent as it is: the ledger reads wareki and full-width digits', () => {
    expect(editedValue('date', 'Ｒ９．３．３１')).toBe('Ｒ９．３．３１');
  });
});

test('the day before the first of a month is the last of the month before', () => {
  expect(dayBefore('2026-04-01')).toBe('2026-03-31');
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  expect(dayBefore('2026-01-01')).toBe('2025-12-31');
});
