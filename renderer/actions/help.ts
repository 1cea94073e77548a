import { screenAt } from '#renderer/screens.ts';
import { toggleHelp, openHelp } from '#renderer/session/help.ts';
import { actionText } from '#shared/messages/ui/actions.ts';
import type { Action } from './types.ts';

/** F1 shows the page of the screen in front, and puts it away again. */
export const helpAction: Action = {
  id: 'help',
  group: 'program',
  ...actionText.help,
  shortcut: 'F1',
  whileTyping: true,
  isEnabled: () => true,
  run: async ({ hasLedger, location }) => toggleHelp(hasLedger ? screenAt(location) : 'welcome'),
};

export const keyboardHelpAction: Action = {
  id: 'keyboard-help',
  group: 'program',
  ...actionText.keyboard,
  shortcut: undefined,
  isEnabled: () => true,
  run: async () => openHelp('keyboard'),
};
