import { openScreen } from './open-screen.ts';
import type { Action } from './types.ts';
import { redoAction, undoAction } from './undo.ts';

/** Every action that is reachable from anywhere. */
export const allActions: readonly Action[] = [
  undoAction,
  redoAction,
  openScreen('home'),
  openScreen('organizations'),
  openScreen('measures'),
  openScreen('import'),
  openScreen('export'),
  openScreen('history'),
  openScreen('settings'),
];
