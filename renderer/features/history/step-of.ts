import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { undoLabels } from '#shared/messages/undo.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import type { TagTone } from '#renderer/ui/tag.tsx';

type Chained = Pick<ChangeSetEntry, 'kind' | 'inForce' | 'reverted'>;

/** What turning a line around does: to undo an undo is to redo, to undo a redo is to undo. null = that has been done already. */
export function stepOf({ kind, inForce }: Chained): 'undo' | 'redo' | null {
  if (!inForce) return null;
  return kind === 'undo' ? 'redo' : 'undo';
}

/** A line in words: what was done, or what was undone or redone by it. */
export function lineLabel({ kind, label }: Pick<ChangeSetEntry, 'kind' | 'label'>): string {
  return kind === 'change' ? label : undoLabels[kind](label);
}

type StateTag = { readonly tone: TagTone; readonly words: string };

/** What a line is, and what has become of it since. */
export function tagsOf({ kind, inForce, reverted }: Chained): readonly StateTag[] {
  const own: readonly StateTag[] = kind === 'change' ? [] : [{ tone: 'info', words: historyText.kinds[kind] }];
  if (inForce) return kind === 'change' && reverted ? [{ tone: 'info', words: historyText.inForceAgain }] : own;
  return [...own, { tone: 'quiet', words: historyText.turnedAround[kind] }];
}
