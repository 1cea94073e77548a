import { screenNames } from '#renderer/screens.ts';
import { helpAction, keyboardHelpAction } from './help.ts';
import { backupAction, closeLedgerAction } from './ledger.ts';
import { openScreen } from './open-screen.ts';
import { paletteAction } from './palette.ts';
import { themeActions } from './theme.ts';
import type { Action } from './types.ts';
import { redoAction, undoAction } from './undo.ts';

/** Every action that is reachable from anywhere. */
export const allActions: readonly Action[] = [
  undoAction,
  redoAction,
  backupAction,
  ...screenNames.map(openScreen),
  paletteAction,
  helpAction,
  keyboardHelpAction,
  ...themeActions,
  closeLedgerAction,
];
