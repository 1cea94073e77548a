import type { Turns } from '#renderer/session/turns.ts';
import type { Ask } from '#renderer/ui/confirm.tsx';
import type { CallName } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';

/** What an action may look at and use. */
export type ActionContext = {
  readonly client: Client;
  readonly turns: Turns;
  readonly ask: Ask;
  /** What Ctrl+Z and Ctrl+Y would do, in words; null = nothing. */
  readonly next: { readonly undo: string | null; readonly redo: string | null };
  /** Without an open ledger only the few actions that need none are possible. */
  readonly hasLedger: boolean;
  readonly readOnly: boolean;
  /** The screen in front, as its path. */
  readonly location: string;
  readonly navigate: (path: string) => void;
  /** Asks these calls again: what an action changed outside the ledger, no event tells of. */
  readonly refetch: (...names: readonly CallName[]) => void;
};

/** Heading under which the command palette lists an action. */
export type ActionGroup = 'work' | 'screens' | 'files' | 'program';

/** One thing the user can do; toolbar, shortcut and command palette share it. */
export type Action = {
  readonly id: string;
  readonly label: string;
  readonly group: ActionGroup;
  /** What it does, in a few words more than the label. */
  readonly hint: string;
  /** The same for the state of the moment; null = `hint` says it. */
  readonly hintNow?: (context: ActionContext) => string | null;
  /** Other words people look for it by, with readings: とりこみ, import. */
  readonly keywords: readonly string[];
  /** Ctrl+Z form; undefined = none. */
  readonly shortcut: string | undefined;
  /** The shortcut works while a cell or a text field has the focus, too. */
  readonly whileTyping?: boolean;
  readonly isEnabled: (context: ActionContext) => boolean;
  /** Whether it is worth trying although it seems not to be enabled: what the screen knows may be older than the last key. */
  readonly canTry?: (context: ActionContext) => boolean;
  /** Why it is not possible just now, as a sentence; asked only of an action that is not enabled. */
  readonly whyNot?: (context: ActionContext) => string;
  readonly run: (context: ActionContext) => Promise<void>;
};
