import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useLedger } from '#renderer/session/app-state.ts';
import { useLedgerStore } from '#renderer/session/ledger-store.ts';
import { refusedToBringBack, useRefusedSteps } from '#renderer/session/refused-steps.ts';
import { useSession } from '#renderer/session/session.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { CallName } from '#shared/contract/index.ts';
import { allActions } from './all.ts';
import { paletteAction, paletteStore } from './palette.ts';
import { actionFor } from './shortcut.ts';
import type { Action, ActionContext } from './types.ts';

/** What stands on the screen in red goes before the ledger's own steps, in both directions. */
function useNextSteps(hasLedger: boolean): ActionContext['next'] {
  const stacks = useCall('history.stacks', {}, { enabled: hasLedger, keep: true }).data;
  const { newest, takenBack } = useRefusedSteps();
  const revision = useLedgerStore((state) => state.revision);
  return {
    undo: newest?.label ?? stacks?.undo?.label ?? null,
    redo: refusedToBringBack(takenBack, revision)?.label ?? stacks?.redo?.label ?? null,
  };
}

/** The context actions run in, from the state of the moment. */
export function useActionContext(): ActionContext {
  const { client, turns } = useSession();
  const ask = useAsk();
  const ledger = useLedger();
  const [location, navigate] = useLocation();
  const hasLedger = ledger !== null;
  const next = useNextSteps(hasLedger);
  const queryClient = useQueryClient();
  const refetch = (...names: readonly CallName[]) => {
    for (const name of names) void queryClient.invalidateQueries({ queryKey: [name] });
  };
  const readOnly = ledger?.readOnly ?? true;
  return { client, turns, ask, location, navigate, hasLedger, readOnly, refetch, next };
}

/** Runs an action if it can be; a failure is told, never thrown. */
export async function runAction(action: Action, context: ActionContext): Promise<void> {
  if (!(action.canTry ?? action.isEnabled)(context)) return;
  try {
    await action.run(context);
  } catch (error) {
    notifyFailure(error);
  }
}

/** A text field has its own undo. The grid's invisible field is none while no cell is edited: it says so by data-shortcuts. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || target.dataset['shortcuts'] === 'through') return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** A question waits for its answer; the palette alone is put away by the key that opened it. */
function isBlocked(action: Action): boolean {
  if (paletteStore.getState().opened) return action !== paletteAction;
  return document.querySelector('[aria-modal="true"]') !== null;
}

function actionOfKey(event: KeyboardEvent, whileTyping: boolean): Action | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  const action = actionFor(allActions, event);
  return action === undefined || (action.whileTyping ?? false) !== whileTyping ? undefined : action;
}

/** Shortcuts of all actions. Those that work while typing come before the grid's own keys, the others after them. */
export function useShortcuts(context: ActionContext): void {
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const run = (event: KeyboardEvent, action: Action) => {
      // Even if nothing is done: the browser's own window for Ctrl+S helps nobody here.
      event.preventDefault();
      if (!isBlocked(action)) void runAction(action, latest.current);
    };
    const early = (event: KeyboardEvent) => {
      const action = actionOfKey(event, true);
      if (action === undefined) return;
      event.stopPropagation();
      // A key held down opens and closes the palette again and again.
      if (event.repeat) event.preventDefault();
      else run(event, action);
    };
    const late = (event: KeyboardEvent) => {
      const action = actionOfKey(event, false);
      if (action !== undefined && !isTyping(event.target)) run(event, action);
    };
    window.addEventListener('keydown', early, { capture: true });
    window.addEventListener('keydown', late);
    return () => {
      window.removeEventListener('keydown', early, { capture: true });
      window.removeEventListener('keydown', late);
    };
  }, []);
}
