import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyCommand, type KeyEvent, keyCommand } from '#renderer/sheet/input/key-commands.ts';

const sheet = { editing: false, typeOver: false, composing: false };
const caret = { editing: true, typeOver: false, composing: false };
const typing = { editing: true, typeOver: true, composing: false };

/** 'Ctrl+Shift+L' as an event; the code of the key only where it matters. */
function press(name: string, part: Partial<KeyEvent> = {}): KeyEvent {
  const names = name.split(/\+(?=.)/);
  return {
    key: names.at(-1) ?? '',
    code: '',
    ctrlKey: names.slice(0, -1).includes('Ctrl'),
    metaKey: names.slice(0, -1).includes('Meta'),
    shiftKey: names.slice(0, -1).includes('Shift'),
    altKey: names.slice(0, -1).includes('Alt'),
    ...part,
  };
}

describe('keys in the sheet', () => {
  test.each<[string, KeyCommand | null]>([
    ['ArrowDown', { kind: 'move', move: 'down', extend: false, commit: false }],
    ['Shift+ArrowLeft', { kind: 'move', move: 'left', extend: true, commit: false }],
    ['Ctrl+ArrowUp', { kind: 'move-edge', direction: 'up', extend: false, commit: false }],
    ['Ctrl+Shift+ArrowRight', { kind: 'move-edge', direction: 'right', extend: true, commit: false }],
    ['Home', { kind: 'move', move: 'row-start', extend: false, commit: false }],
    ['Shift+End', { kind: 'move', move: 'row-end', extend: true, commit: false }],
    ['PageUp', { kind: 'move', move: 'page-up', extend: false, commit: false }],
    ['Shift+PageDown', { kind: 'move', move: 'page-down', extend: true, commit: false }],
    ['Ctrl+Home', { kind: 'move', move: 'first', extend: false, commit: false }],
    ['Ctrl+Shift+End', { kind: 'move', move: 'last', extend: true, commit: false }],
    ['Enter', { kind: 'next', direction: 'down', commit: false }],
    ['Shift+Enter', { kind: 'next', direction: 'up', commit: false }],
    ['Tab', { kind: 'next', direction: 'right', commit: false }],
    ['Shift+Tab', { kind: 'next', direction: 'left', commit: false }],
    ['F2', { kind: 'edit' }],
    ['Shift+F2', { kind: 'edit-large' }],
    ['Escape', { kind: 'cancel' }],
    ['Delete', { kind: 'clear' }],
    ['Backspace', { kind: 'clear-and-edit' }],
    ['Ctrl+Backspace', { kind: 'show-active' }],
    ['Shift+Backspace', { kind: 'select-active' }],
    ['Ctrl+a', { kind: 'select-all' }],
    ['Ctrl+A', { kind: 'select-all' }],
    ['Meta+a', { kind: 'select-all' }],
    ['Ctrl+ ', { kind: 'select-column' }],
    ['Shift+ ', { kind: 'select-row' }],
    ['Ctrl+Shift+ ', { kind: 'select-all' }],
    ['Ctrl+d', { kind: 'fill-down' }],
    ['Ctrl+r', { kind: 'fill-right' }],
    ['Ctrl+;', { kind: 'insert-today' }],
    ['Ctrl+:', { kind: 'insert-today' }],
    ['Ctrl+Shift+:', { kind: 'insert-today' }],
    ["Ctrl+'", { kind: 'copy-above' }],
    ["Ctrl+Shift+'", { kind: 'copy-above' }],
    ['Ctrl+f', { kind: 'find' }],
    ['Ctrl+h', { kind: 'replace' }],
    ['F3', { kind: 'find-next', backwards: false }],
    ['Shift+F3', { kind: 'find-next', backwards: true }],
    ['Ctrl+Shift+L', { kind: 'open-filter' }],
    ['Alt+ArrowDown', { kind: 'open-list' }],
    ['Ctrl+Shift++', { kind: 'insert-rows' }],
    ['Ctrl++', { kind: 'insert-rows' }],
    ['Ctrl+-', { kind: 'delete-rows' }],
    ['Shift+F10', { kind: 'open-menu' }],
    ['ContextMenu', { kind: 'open-menu' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+Enter', { kind: 'ignore' }],
    ['Ctrl+c', null],
    ['Ctrl+x', null],
    ['Ctrl+v', null],
    ['Shift+Insert', null],
    ['Shift+Delete', null],
    ['Ctrl+Tab', null],
    ['F6', null],
    ['F5', null],
    ['a', null],
    ['A', null],
    ['市', null],
    [' ', null],
    ['-', null],
    ['Alt+ArrowLeft', null],
  ])('%s', (name, command) => {
    expect(keyCommand(press(name), sheet)).toEqual(command);
  });
});

describe('keys while the text of a cell is edited', () => {
  test.each<[string, KeyCommand | null]>([
    ['Enter', { kind: 'next', direction: 'down', commit: true }],
    ['Shift+Enter', { kind: 'next', direction: 'up', commit: true }],
    ['Tab', { kind: 'next', direction: 'right', commit: true }],
    ['Shift+Tab', { kind: 'next', direction: 'left', commit: true }],
    ['Alt+Enter', { kind: 'new-line' }],
    ['Ctrl+Enter', { kind: 'fill-selection' }],
    ['Escape', { kind: 'cancel' }],
    ['F2', { kind: 'switch-edit-mode' }],
    ['Shift+F2', { kind: 'edit-large' }],
    ['Ctrl+;', { kind: 'insert-today' }],
    ["Ctrl+'", { kind: 'copy-above' }],
    ['Ctrl+r', { kind: 'ignore' }],
    ['F3', { kind: 'ignore' }],
    ['Delete', null],
    ['Backspace', null],
    ['Ctrl+Backspace', null],
    ['Ctrl+a', null],
    ['Ctrl+z', null],
    ['Ctrl+y', null],
    ['Ctrl+c', null],
    ['Shift+ ', null],
    ['Ctrl+ ', null],
    ['a', null],
  ])('%s', (name, command) => {
    expect(keyCommand(press(name), caret)).toEqual(command);
    expect(keyCommand(press(name), typing)).toEqual(command);
  });

  test.each(['ArrowDown', 'Shift+ArrowLeft', 'Ctrl+ArrowUp', 'Home', 'End', 'Ctrl+Home', 'PageDown'])(
    '%s moves the caret after F2, and enters the text and moves when it was typed over the cell',
    (name) => {
      expect(keyCommand(press(name), caret)).toBeNull();
      expect(keyCommand(press(name), typing)).toEqual({ ...keyCommand(press(name), sheet), commit: true });
    },
  );
});

describe('Japanese keyboards and input methods', () => {
  test.each<[string, KeyEvent, KeyCommand]>([
    ['Ctrl+; with kana input', press('Ctrl+れ', { code: 'Semicolon' }), { kind: 'insert-today' }],
    [
      'Ctrl+Shift+; where the key is not named',
      press('Ctrl+Shift+Unidentified', { code: 'Semicolon' }),
      { kind: 'insert-rows' },
    ],
    ['Ctrl+: where the key is not named', press('Ctrl+Unidentified', { code: 'Quote' }), { kind: 'insert-today' }],
    ['Ctrl+Z with kana input', press('Ctrl+つ', { code: 'KeyZ' }), { kind: 'undo' }],
    ['full-width letters', press('Ctrl+Ｄ'), { kind: 'fill-down' }],
    ['full-width signs', press('Ctrl+；'), { kind: 'insert-today' }],
    ['a full-width space', press('Shift+\u3000'), { kind: 'select-row' }],
    ['an unnamed F2', press('Unidentified', { code: 'F2' }), { kind: 'edit' }],
    [
      'an unnamed Enter of the number pad',
      press('Unidentified', { code: 'NumpadEnter' }),
      { kind: 'next', direction: 'down', commit: false },
    ],
    ['the plus of the number pad', press('Ctrl++', { code: 'NumpadAdd' }), { kind: 'insert-rows' }],
  ])('%s', (_, event, command) => {
    expect(keyCommand(event, sheet)).toEqual(command);
  });

  const anyKey = fc.record({
    key: fc.constantFrom(
      'Enter',
      'a',
      'ArrowDown',
      'Tab',
      ' ',
      'F2',
      'Escape',
      'Process',
      'Unidentified',
      'れ',
      '__proto__',
    ),
    code: fc.constantFrom('', 'Enter', 'KeyA', 'Semicolon', 'constructor'),
    ctrlKey: fc.boolean(),
    metaKey: fc.boolean(),
    shiftKey: fc.boolean(),
    altKey: fc.boolean(),
  });

  test('every key belongs to the input method while it converts', () => {
    fc.assert(
      fc.property(anyKey, fc.constantFrom(sheet, caret, typing), (event, state) => {
        expect(keyCommand(event, { ...state, composing: true })).toBeNull();
        expect(keyCommand({ ...event, keyCode: 229 }, state)).toBeNull();
        expect(keyCommand({ ...event, key: 'Process' }, state)).toBeNull();
      }),
    );
  });

  test('keys without Ctrl or Alt that write a character always write it, except Shift+Space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.boolean(), (key, shiftKey) => {
        fc.pre(key.trim() !== '');
        expect(keyCommand(press('', { key, shiftKey }), sheet)).toBeNull();
        expect(keyCommand(press('', { key, shiftKey }), caret)).toBeNull();
      }),
    );
  });

  test('AltGr writes characters and commands nothing', () => {
    expect(keyCommand(press('Ctrl+Alt+q'), sheet)).toBeNull();
  });
});
