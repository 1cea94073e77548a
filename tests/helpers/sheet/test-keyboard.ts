import type { Action, ActionContext } from '#renderer/actions/types.ts';
import { redoAction, undoAction } from '#renderer/actions/undo.ts';
import { readClipboard } from '#renderer/sheet/clipboard/read-clipboard.ts';
import { createKeys } from '#renderer/sheet/core/keys.ts';
import type { SheetRuntime } from '#renderer/sheet/core/runtime.ts';

/** What the clipboard of the computer holds. It takes plain texts only, as of a program that knows no tables. */
export type TestClipboard = { plain: string; hasFile: boolean };

type Parts<Row> = {
  readonly runtime: SheetRuntime<Row>;
  readonly clipboard: TestClipboard;
  readonly context: ActionContext;
  /** A question is open: it has the keyboard. */
  readonly isAsked: () => boolean;
};

export type TestKeyboard = {
  /** Keys one right after the other, without a pause: 'Ctrl+Shift+ArrowDown', 'F2', ' '. */
  readonly press: (...keys: readonly string[]) => void;
  /** Letters, with \n for Enter and \t for Tab. */
  readonly type: (text: string) => void;
};

const actions: Readonly<Record<string, Action | undefined>> = { 'Ctrl+Z': undoAction, 'Ctrl+Y': redoAction };

/** The textarea, the browser and the program around the sheet, as far as keys go through them. */
export function createTestKeyboard<Row>({ runtime, clipboard, context, isAsked }: Parts<Row>): TestKeyboard {
  const { editor, core } = runtime;
  const keys = createKeys(runtime);
  const clipboardKeys: Readonly<Record<string, (() => void) | undefined>> = {
    'Ctrl+C': () => takeTexts(runtime, clipboard, false),
    'Ctrl+X': () => takeTexts(runtime, clipboard, true),
    'Ctrl+V': () => runtime.clipboard.paste(() => readClipboard(dataOf(clipboard))),
  };
  const pressOne = (name: string): void => {
    const press = clipboardKeys[name];
    if (press !== undefined && !editor.isEditing()) {
      press();
      return;
    }
    let isHandled = false;
    keys(keyPress(name, () => (isHandled = true)));
    const action = actions[name];
    if (isHandled || action === undefined || editor.isEditing() || isAsked()) return;
    action.run(context).catch(core.tell.failure);
  };
  const typeOne = (letter: string): void => {
    const { editing } = core.store.getState();
    if (editing === null) editor.begin('type', letter);
    else editor.setText(`${editing.text}${letter}`);
  };
  return {
    press: (...names) => {
      for (const name of names) pressOne(name);
    },
    type: (text) => {
      for (const letter of text) {
        if (letter === '\n') pressOne('Enter');
        else if (letter === '\t') pressOne('Tab');
        else typeOne(letter);
      }
    },
  };
}

/** The copy event: it takes the texts that are ready, or has them made ready. */
export function takeTexts<Row>({ clipboard }: SheetRuntime<Row>, into: TestClipboard, cut: boolean): void {
  const texts = clipboard.copy(cut);
  if (texts !== null) Object.assign(into, { plain: texts.plain, hasFile: false });
}

function dataOf({ plain, hasFile }: TestClipboard): DataTransfer {
  const data = { getData: (type: string) => (type === 'text/plain' ? plain : ''), files: { length: hasFile ? 1 : 0 } };
  return data as unknown as DataTransfer; // boundary: outside a browser there is none; only these two are read
}

function keyPress(name: string, onHandled: () => void) {
  const parts = name.endsWith('++') ? [...name.slice(0, -2).split('+'), '+'] : name.split('+');
  const held = new Set(parts.slice(0, -1));
  const key = parts.at(-1) ?? '';
  return {
    key: key.length === 1 ? key.toLowerCase() : key,
    code: '',
    ctrlKey: held.has('Ctrl'),
    metaKey: false,
    shiftKey: held.has('Shift'),
    altKey: held.has('Alt'),
    isComposing: false,
    preventDefault: onHandled,
  };
}
