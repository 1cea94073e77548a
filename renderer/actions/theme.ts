import { setPreference, usePreferenceStore } from '#renderer/session/preferences.ts';
import { displayChoice, displayKeys, type ThemeChoice, themeChoices } from '#renderer/ui/display.ts';
import { actionText } from '#shared/messages/ui/actions.ts';
import { displayText } from '#shared/messages/ui/display.ts';
import type { Action } from './types.ts';

function chooseTheme(theme: ThemeChoice): Action {
  const { hint, keywords, label, whyNot } = actionText.themes;
  return {
    id: `theme-${theme}`,
    label: label(displayText.themes[theme]),
    group: 'program',
    hint,
    keywords,
    shortcut: undefined,
    isEnabled: () => displayChoice(usePreferenceStore.getState().values).theme !== theme,
    whyNot: () => whyNot,
    run: async ({ client }) => setPreference(client, displayKeys.theme, theme),
  };
}

export const themeActions: readonly Action[] = themeChoices.map(chooseTheme);
