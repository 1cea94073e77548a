import { expect, test } from 'vitest';
import { displayChoice, displayKeys, displayOf } from '#renderer/ui/display.ts';

test('a new computer follows Windows, in compact rows and text of standard size', () => {
  expect(displayChoice({})).toEqual({ theme: 'system', density: 'compact', textSize: 'standard' });
});

test('a stored choice that this version does not know is taken for the standard', () => {
  const stored = { [displayKeys.theme]: 'sepia', [displayKeys.density]: 'comfortable', [displayKeys.textSize]: '' };
  expect(displayChoice(stored)).toEqual({ theme: 'system', density: 'comfortable', textSize: 'standard' });
});

test('a chosen theme holds whatever Windows prefers; the system choice follows it', () => {
  const choice = displayChoice({ [displayKeys.theme]: 'light' });
  expect(displayOf(choice, 'dark').theme).toBe('light');
  expect(displayOf({ ...choice, theme: 'system' }, 'contrast').theme).toBe('contrast');
});

test('rows and text grow by density and by text size, in whole pixels', () => {
  const heights = (density: 'compact' | 'comfortable', textSize: 'standard' | 'large' | 'largest') => {
    const { rowHeight, headerHeight, fontSize, scale } = displayOf({ theme: 'light', density, textSize }, 'light');
    return [rowHeight, headerHeight, fontSize, scale];
  };
  expect(heights('compact', 'standard')).toEqual([26, 28, 13, 1]);
  expect(heights('comfortable', 'standard')).toEqual([34, 36, 13, 1]);
  expect(heights('compact', 'large')).toEqual([30, 32, 15, 1.15]);
  expect(heights('comfortable', 'largest')).toEqual([44, 47, 17, 1.3]);
});
