import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { commonText } from '#shared/messages/ui/common.ts';

/** Turns one change set around and says what came of it, in the ledger's own words. */
export function useStep(entry: ChangeSetEntry): UseMutationResult<unknown, Error, void> {
  const client = useClient();
  return useMutation({
    mutationFn: () => whileWriting(() => client.call('history.undo', { changeSetId: entry.id })),
    onSuccess: ({ kind, label }) => {
      const done = kind === 'redo' ? commonText.redone : commonText.undone;
      notifyDone(done(label ?? entry.label), 'undo');
    },
  });
}
