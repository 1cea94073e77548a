import { actionText } from '#shared/messages/ui/actions.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import type { Action } from './types.ts';

export type ScreenName = keyof typeof frameText.nav;

export const screenPaths: Readonly<Record<ScreenName, string>> = {
  home: '/',
  organizations: '/organizations',
  measures: '/measures',
  import: '/import',
  export: '/export',
  history: '/history',
  settings: '/settings',
};

/** The screen that a path shows; a path of none shows the first one. */
export function screenAt(path: string): ScreenName {
  const names = Object.keys(screenPaths) as ScreenName[]; // boundary: Object.keys forgets the names
  return names.find((name) => name !== 'home' && `${path}/`.startsWith(`${screenPaths[name]}/`)) ?? 'home';
}

/** The action that brings a screen to the front. */
export function openScreen(screen: ScreenName): Action {
  return {
    id: `open-${screen}`,
    label: frameText.nav[screen],
    group: 'screens',
    ...actionText.screens[screen],
    shortcut: undefined,
    isEnabled: ({ hasLedger }) => hasLedger,
    run: async ({ navigate }) => {
      navigate(screenPaths[screen]);
      // The former screen takes the focus with it when it goes; without this, Tab would start at the top of the window.
      requestAnimationFrame(() => document.getElementById('main')?.focus());
    },
  };
}
