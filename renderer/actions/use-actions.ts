import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useLedger } from '#renderer/session/app-state.ts';
import { useClient } from '#renderer/session/session.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { allActions } from './all.ts';
import { actionFor } from './shortcut.ts';
import type { Action, ActionContext } from './types.ts';

/** The context actions run in, from the state of the moment. */
export function useActionContext(): ActionContext {
  const client = useClient();
  const ledger = useLedger();
  const [, navigate] = useLocation();
  const stacks = useCall('history.stacks', {}, { enabled: ledger !== null, keep: true }).data;
  return { client, navigate, readOnly: ledger?.readOnly ?? true, stacks: stacks ?? { undo: null, redo: null } };
}

/** Runs an action if it is enabled; a failure is told, never thrown. */
export async function runAction(action: Action, context: ActionContext): Promise<void> {
  if (!action.isEnabled(context)) return;
  try {
    await action.run(context);
  } catch (error) {
    notifyFailure(error);
  }
}

/** A text field has its own undo. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Shortcuts of all actions, anywhere but in a text field. */
export function useShortcuts(context: ActionContext): void {
  const latest = useRef(context);
  latest.current = context;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || isTyping(event.target)) return;
      const action = actionFor(allActions, event);
      if (action === undefined) return;
      event.preventDefault();
      void runAction(action, latest.current);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
