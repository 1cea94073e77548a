import { type ScreenName, screens } from '#renderer/screens.ts';
import type { Action } from './types.ts';

/** The action that brings a screen to the front. */
export function openScreen(name: ScreenName): Action {
  const { path, label, hint, keywords } = screens[name];
  return {
    id: `open-${name}`,
    label,
    group: 'screens',
    hint,
    keywords,
    shortcut: undefined,
    isEnabled: ({ hasLedger }) => hasLedger,
    run: async ({ navigate }) => {
      navigate(path);
      // The former screen takes the focus with it when it goes; without this, Tab would start at the top of the window.
      requestAnimationFrame(() => document.getElementById('main')?.focus());
    },
  };
}
