import type { Handlers } from '#shared/rpc/dispatch.ts';
import type { Ledger } from '#db/open.ts';
import { changesOfRecord, changesOfSet, listChangeSets } from '#db/queries/history.ts';
import { chainStateOf, nextRedo, nextUndo, undoChangeSet } from '#db/undo.ts';
import { describeChanges } from '../history/describe-changes.ts';
import type { HandlerContext } from './handler-context.ts';

type Names = Extract<keyof Handlers, `history.${string}`>;
type Undone = {
  changeSetId: string | null;
  savedAt: string | null;
  label: string | null;
  kind: 'undo' | 'redo' | null;
};

export function createHistoryHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { ledger, actor, now, changed } = context;
  const revert = (changeSetId: string | undefined): Undone => {
    if (changeSetId === undefined) return { changeSetId: null, savedAt: null, label: null, kind: null };
    const result = undoChangeSet(ledger(), changeSetId, { actor: actor(), now: now() });
    return { ...changed(result), ...result.value };
  };
  return {
    'history.list': ({ beforeSeq, limit }) => listChangeSets(ledger(), limit, beforeSeq),
    'history.changes': ({ changeSetId, limit }) => {
      const { total, changes } = changesOfSet(ledger(), changeSetId, limit);
      return { total, changes: describeChanges(ledger(), changes) };
    },
    'history.ofRecord': ({ recordId, limit }) => describeChanges(ledger(), changesOfRecord(ledger(), recordId, limit)),
    'history.stacks': () => ({ undo: undoEntry(ledger()), redo: redoEntry(ledger()) }),
    'history.undo': ({ changeSetId }) => revert(changeSetId ?? nextUndo(ledger())?.id),
    'history.redo': () => revert(nextRedo(ledger())?.id),
  };
}

function undoEntry(ledger: Ledger): { id: string; label: string; isImport: boolean } | null {
  const head = nextUndo(ledger);
  return head === null ? null : { id: head.id, label: head.label, isImport: head.command === 'imports.apply' };
}

function redoEntry(ledger: Ledger): { id: string; label: string } | null {
  const head = nextRedo(ledger);
  return head === null ? null : { id: head.id, label: chainStateOf(ledger, head.id).label };
}
