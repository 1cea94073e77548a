import type { Action } from './types.ts';

type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

/** A pressed key as actions write their shortcut: Ctrl+Z. Ctrl+Shift+Z is the other common name of Ctrl+Y. */
export function shortcutOf(event: Key): string {
  const letter = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const control = event.ctrlKey || event.metaKey;
  const name = [control ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', letter]
    .filter((part) => part !== '')
    .join('+');
  return name === 'Ctrl+Shift+Z' ? 'Ctrl+Y' : name;
}

export function actionFor(actions: readonly Action[], event: Key): Action | undefined {
  const name = shortcutOf(event);
  return actions.find((action) => action.shortcut === name);
}
