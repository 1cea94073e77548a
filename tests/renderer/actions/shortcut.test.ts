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

test('Alt+Q opens what Ctrl+K opens', () => {
  expect(shortcutOf(key('q', { altKey: true }))).toBe('Ctrl+K');
});

test('with kana input a key still counts by its place', () => {
  expect(shortcutOf(key('の', { ctrlKey: true, code: 'KeyK' }))).toBe('Ctrl+K');
  expect(shortcutOf(key('ね', { ctrlKey: true, code: 'Comma' }))).toBe('Ctrl+ね');
});

test('a function key is called by its name', () => {
  expect(shortcutOf(key('F1'))).toBe('F1');
});
