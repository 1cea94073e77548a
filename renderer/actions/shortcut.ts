import type { Action } from './types.ts';

type Key = {
  readonly key: string;
  /** The key's place on the keyboard: KeyK. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** Other common names of the same thing: Ctrl+Shift+Z in drawing programs, Alt+Q for the search of Office. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['Ctrl+Shift+Z', 'Ctrl+Y'],
  ['Alt+Q', 'Ctrl+K'],
]);

/** With kana input the key gives の instead of k; its place on the keyboard is still that of K. */
function keyName({ key, code = '' }: Key): string {
  if (key.length !== 1) return key;
  return key > '~' && /^Key[A-Z]$/u.test(code) ? code.slice('Key'.length) : key.toUpperCase();
}

/** A pressed key as actions write their shortcut: Ctrl+Z. */
export function shortcutOf(event: Key): string {
  const control = event.ctrlKey || event.metaKey;
  const name = [control ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', keyName(event)]
    .filter((part) => part !== '')
    .join('+');
  return otherNames.get(name) ?? name;
}

export function actionFor(actions: readonly Action[], event: Key): Action | undefined {
  const name = shortcutOf(event);
  return actions.find((action) => action.shortcut === name);
}
