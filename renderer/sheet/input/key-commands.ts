import type { Move } from '#renderer/sheet/selection/movement.ts';
import type { Direction } from '#renderer/sheet/selection/ranges.ts';
import { pressedKey } from './pressed-key.ts';

export type KeyEvent = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** 229 while an input method has the key. */
  readonly keyCode?: number;
};

export type KeyState = {
  /** A cell is being edited, after F2 or by typing over it. */
  readonly editing: boolean;
  /** Begun by typing: arrows then end it and move, as in Excel's enter mode; after F2 they move the caret. */
  readonly typeOver: boolean;
  /** An input method is converting kana. */
  readonly composing: boolean;
};

/** What a key does in the sheet. With `commit` the text being typed is entered first. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean; readonly commit: boolean }
  /** Ctrl+arrow: to the edge of the data. */
  | { readonly kind: 'move-edge'; readonly direction: Direction; readonly extend: boolean; readonly commit: boolean }
  /** Enter and Tab, with Shift backwards: the next cell, inside a selection of several cells in that selection. */
  | { readonly kind: 'next'; readonly direction: Direction; readonly commit: boolean }
  | { readonly kind: 'find-next'; readonly backwards: boolean }
  | { readonly kind: PlainCommand };

type PlainCommand =
  /** F2: edit the cell's text with the caret at its end. */
  | 'edit'
  /** F2 while editing: from typing over to moving the caret, and back. */
  | 'switch-edit-mode'
  /** Shift+F2. */
  | 'edit-large'
  /** Backspace: empty the cell and edit it. */
  | 'clear-and-edit'
  /** Delete. */
  | 'clear'
  /** Escape: give up what is typed, or the frame around what was copied. */
  | 'cancel'
  /** Alt+Enter while editing. */
  | 'new-line'
  /** Ctrl+Enter while editing: enter the text into every selected cell. */
  | 'fill-selection'
  | 'select-all'
  /** Ctrl+Space and Shift+Space. */
  | 'select-column'
  | 'select-row'
  /** Shift+Backspace: only the active cell. */
  | 'select-active'
  /** Ctrl+Backspace: scroll to the active cell. */
  | 'show-active'
  /** Ctrl+D and Ctrl+R. */
  | 'fill-down'
  | 'fill-right'
  /** Ctrl+; and Ctrl+:, into the text while editing. */
  | 'insert-today'
  /** Ctrl+', into the text while editing. */
  | 'copy-above'
  | 'find'
  | 'replace'
  /** Ctrl+Shift+L: the filter of the active column. */
  | 'open-filter'
  /** Alt+Down: the choices of the cell. */
  | 'open-list'
  | 'insert-rows'
  | 'delete-rows'
  /** The menu key and Shift+F10. */
  | 'open-menu'
  | 'undo'
  | 'redo'
  /** Nothing, but the browser must not do its own thing either (Ctrl+R would load the page anew). */
  | 'ignore';

type Pressed = { readonly key: string; readonly control: boolean; readonly shift: boolean; readonly alt: boolean };

/**
 * The command of a pressed key, null when the key is not the sheet's: letters, the caret keys while editing after F2, the keys
 * of an input method, copy, cut and paste (the browser's clipboard events), F6 and Ctrl+Tab, which leave the sheet.
 */
export function keyCommand(event: KeyEvent, state: KeyState): KeyCommand | null {
  if (state.composing || event.key === 'Process' || event.keyCode === 229) return null;
  const control = event.ctrlKey || event.metaKey;
  // AltGr, which writes characters, comes as both.
  if (control && event.altKey) return null;
  const pressed = { key: pressedKey(event), control, shift: event.shiftKey, alt: event.altKey };
  return state.editing ? editingCommand(pressed, state.typeOver) : sheetCommand(pressed);
}

function sheetCommand(pressed: Pressed): KeyCommand | null {
  if (pressed.alt) return plain(altCommands[pressed.key]);
  const common = moveCommand(pressed, false) ?? nextCommand(pressed, false);
  if (common !== null) return common;
  if (pressed.key === 'f3' && !pressed.control) return { kind: 'find-next', backwards: pressed.shift };
  if (pressed.control) return plain(pressed.shift ? controlShiftCommands[pressed.key] : controlCommands[pressed.key]);
  return plain(pressed.shift ? shiftCommands[pressed.key] : bareCommands[pressed.key]);
}

function editingCommand(pressed: Pressed, typeOver: boolean): KeyCommand | null {
  const { key, control, shift, alt } = pressed;
  if (alt) return key === 'enter' ? plain('new-line') : null;
  const common = (typeOver ? moveCommand(pressed, true) : null) ?? nextCommand(pressed, true);
  if (common !== null) return common;
  if (key === 'enter' && control && !shift) return plain('fill-selection');
  if (control && keptFromBrowser.has(key)) return plain('ignore');
  if (control) return plain(textCommands[key]);
  if (key === 'f3') return plain('ignore');
  if (key === 'f2') return plain(shift ? 'edit-large' : 'switch-edit-mode');
  return key === 'escape' ? plain('cancel') : null;
}

function plain(kind: PlainCommand | undefined): KeyCommand | null {
  return kind === undefined ? null : { kind };
}

function moveCommand({ key, control, shift, alt }: Pressed, commit: boolean): KeyCommand | null {
  const direction = arrows[key];
  if (alt) return null;
  if (direction !== undefined && control) return { kind: 'move-edge', direction, extend: shift, commit };
  const move = direction ?? (control ? controlMoves[key] : moves[key]);
  return move === undefined ? null : { kind: 'move', move, extend: shift, commit };
}

function nextCommand({ key, control, shift, alt }: Pressed, commit: boolean): KeyCommand | null {
  if (control || alt) return null;
  if (key === 'enter') return { kind: 'next', direction: shift ? 'up' : 'down', commit };
  return key === 'tab' ? { kind: 'next', direction: shift ? 'left' : 'right', commit } : null;
}

type Table<Value> = Readonly<Record<string, Value | undefined>>;

const arrows: Table<Direction> = { arrowup: 'up', arrowdown: 'down', arrowleft: 'left', arrowright: 'right' };
const moves: Table<Move> = { home: 'row-start', end: 'row-end', pageup: 'page-up', pagedown: 'page-down' };
const controlMoves: Table<Move> = { home: 'first', end: 'last' };

const bareCommands: Table<PlainCommand> = {
  f2: 'edit',
  escape: 'cancel',
  delete: 'clear',
  backspace: 'clear-and-edit',
  contextmenu: 'open-menu',
};
const shiftCommands: Table<PlainCommand> = {
  f2: 'edit-large',
  f10: 'open-menu',
  contextmenu: 'open-menu',
  ' ': 'select-row',
  backspace: 'select-active',
};
const altCommands: Table<PlainCommand> = { arrowdown: 'open-list', enter: 'ignore' };
/** Keys that carry a sign are the same with Shift: which signs need it differs between keyboards. */
const signCommands: Table<PlainCommand> = {
  ';': 'insert-today',
  ':': 'insert-today',
  "'": 'copy-above',
  '"': 'copy-above',
  '+': 'insert-rows',
  '-': 'delete-rows',
};
const controlCommands: Table<PlainCommand> = {
  ...signCommands,
  a: 'select-all',
  d: 'fill-down',
  r: 'fill-right',
  f: 'find',
  h: 'replace',
  z: 'undo',
  y: 'redo',
  ' ': 'select-column',
  backspace: 'show-active',
  enter: 'ignore',
};
const controlShiftCommands: Table<PlainCommand> = {
  ...signCommands,
  l: 'open-filter',
  z: 'redo',
  ' ': 'select-all',
  enter: 'ignore',
};
/** Ctrl with these, while editing: what is typed must not be lost by a reload, nor the page change its size. */
const keptFromBrowser: ReadonlySet<string> = new Set(['d', 'r', 'f', 'h', '+', '-']);
const textCommands: Table<PlainCommand> = {
  ';': 'insert-today',
  ':': 'insert-today',
  "'": 'copy-above',
  '"': 'copy-above',
};
