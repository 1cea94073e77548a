import { expect, test } from 'vitest';
import { shortcutOf } from '#renderer/actions/shortcut.ts';

const key = (name: string, part: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...part,
});

test('a shortcut does not depend on Caps Lock', () => {
  expect(shortcutOf(key('z', { ctrlKey: true }))).toBe('Ctrl+Z');
  expect(shortcutOf(key('Z', { ctrlKey: true }))).toBe('Ctrl+Z');
});

test('Ctrl+Shift+Z is redo too, and the command key counts as Ctrl', () => {
  expect(shortcutOf(key('Z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Y');
  expect(shortcutOf(key('y', { metaKey: true }))).toBe('Ctrl+Y');
});
