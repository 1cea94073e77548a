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

/** The action that brings a screen to the front. */
export function openScreen(screen: ScreenName): Action {
  return {
    id: `open-${screen}`,
    label: frameText.nav[screen],
    shortcut: undefined,
    isEnabled: () => true,
    run: async ({ navigate }) => navigate(screenPaths[screen]),
  };
}
