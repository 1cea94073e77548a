import { expect, test } from 'vitest';
import { textUnits, wrapLabel } from '#renderer/ui/wrap-label.ts';

test('a full-width character counts one, a half-width one about half', () => {
  expect(textUnits('市民活動')).toBe(4);
  expect(textUnits('NPO')).toBeCloseTo(1.68);
  expect(textUnits('ﾐﾎﾝ')).toBeCloseTo(1.68);
});

test('a text is broken into lines of the width and ends in … when the lines run out', () => {
  expect(wrapLabel('防府市', 5, 1)).toBe('防府市');
  expect(wrapLabel('参加しやすく活動しやすい', 6, 2)).toBe('参加しやすく\n活動しやすい');
  expect(wrapLabel('参加しやすく活動しやすい環境', 6, 2)).toBe('参加しやすく\n活動しやす…');
  expect(wrapLabel('参加しやすく', 4, 1)).toBe('参加し…');
  expect(wrapLabel('', 4, 1)).toBe('');
});

test('a width of nothing still ends: one character a line', () => {
  expect(wrapLabel('周防', 0, 2)).toBe('周\n防');
});
