import type { Client } from '#shared/rpc/client.ts';

export type UndoStacks = {
  readonly undo: { readonly id: string; readonly label: string } | null;
  readonly redo: { readonly id: string; readonly label: string } | null;
};

/** What an action may look at and use. */
export type ActionContext = {
  readonly client: Client;
  readonly stacks: UndoStacks;
  readonly readOnly: boolean;
  readonly navigate: (path: string) => void;
};

/** One thing the user can do; toolbar, shortcut and (later) palette and menu share it. */
export type Action = {
  readonly id: string;
  readonly label: string;
  /** Ctrl+Z form; undefined = none. */
  readonly shortcut: string | undefined;
  readonly isEnabled: (context: ActionContext) => boolean;
  readonly run: (context: ActionContext) => Promise<void>;
};
