import { createSpotlight } from '@mantine/spotlight';
import { actionText } from '#shared/messages/ui/actions.ts';
import type { Action } from './types.ts';

export const [paletteStore, palette] = createSpotlight();

/** Opens the command palette, and closes it by the same key; Alt+Q does it, too. */
export const paletteAction: Action = {
  id: 'palette',
  group: 'program',
  ...actionText.palette,
  shortcut: 'Ctrl+K',
  whileTyping: true,
  isEnabled: () => true,
  run: async () => palette.toggle(),
};
