import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { isCancelled } from '#renderer/session/error-text.ts';
import { reportOwnProgress, runJob } from '#renderer/session/jobs.ts';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { type Session, useSession } from '#renderer/session/session.ts';
import { uploadFile } from '#renderer/session/upload.ts';
import type { ImportChoices, ImportPreview } from '#shared/contract/imports.ts';
import { importText } from '#shared/messages/ui/import.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type ImportStage, setQueue, setStage, useImportStore } from './import-store.ts';

/** A file nobody recognises starts at the mapping, a known one at its changes. */
function stageFor(preview: ImportPreview, choices: ImportChoices): ImportStage {
  return { name: preview.kind === 'unknown' ? 'columns' : 'rows', preview, choices };
}

async function readUpload(session: Session, file: File): Promise<void> {
  const preview = await runJob(importText.reading(file.name), async (jobId) => {
    const uploadId = await uploadFile(session.client, file, (sent) => reportOwnProgress(jobId, sent, file.size));
    return session.client.call('imports.analyze', { uploadId, choices: {}, jobId });
  });
  setStage(stageFor(preview, {}));
}

async function readPicked({ client }: Session): Promise<void> {
  const picked = await client.call('desktop.pickImport', {});
  if (picked === null) return;
  const preview = await runJob(importText.reading(picked.fileName), (jobId) =>
    client.call('imports.analyze', { uploadId: picked.uploadId, choices: {}, jobId }),
  );
  setStage(stageFor(preview, {}));
}

/** Reads a dropped or chosen file, or asks for one with the desktop's own dialog. */
export function useReadFile(): UseMutationResult<void, Error, readonly File[] | 'pick'> {
  const session = useSession();
  return useMutation({
    mutationFn: async (files: readonly File[] | 'pick') => {
      if (files === 'pick') return readPicked(session);
      const [first, ...rest] = files;
      setQueue(rest);
      if (first !== undefined) await readUpload(session, first);
    },
  });
}

type Reread = { readonly choices: ImportChoices; readonly stage: 'columns' | 'rows' };

/** The same file again with other choices. They count at once, so that an answer given meanwhile is added to them. */
export function useReread(): UseMutationResult<void, Error, Reread> {
  const session = useSession();
  const { client } = session;
  return useMutation({
    onMutate: ({ choices }) => {
      const { stage } = useImportStore.getState();
      if (stage.name === 'columns' || stage.name === 'rows') setStage({ ...stage, choices });
    },
    onError: (error) => recover(session, error),
    mutationFn: async ({ choices, stage: wanted }: Reread) => {
      const { stage } = useImportStore.getState();
      if (stage.name === 'file') return;
      const { importId, fileName } = stage.preview;
      const preview = await runJob(importText.reading(fileName), (jobId) =>
        client.call('imports.reanalyze', { importId, choices, jobId }),
      );
      if (isStillWanted(importId, choices))
        setStage({ name: preview.kind === 'unknown' ? 'columns' : wanted, preview, choices });
    },
  });
}

/** Not after the user left, chose another file, or chose otherwise: then a later reading is on its way. */
function isStillWanted(importId: string, choices: ImportChoices): boolean {
  const { stage } = useImportStore.getState();
  const isOpen = stage.name === 'columns' || stage.name === 'rows';
  return isOpen && stage.preview.importId === importId && stage.choices === choices;
}

/** The ledger changed under the preview: the core has looked again, so must the user. A preview that is gone starts over. */
async function recover({ client }: Session, error: unknown): Promise<void> {
  const { stage } = useImportStore.getState();
  if (!(error instanceof AppError) || stage.name === 'file') return;
  if (error.code === 'IMPORT_GONE') setStage({ name: 'file' });
  if (error.code !== 'IMPORT_STALE' || stage.name !== 'rows') return;
  const { importId } = stage.preview;
  setStage({ ...stage, preview: await client.call('imports.reanalyze', { importId, choices: stage.choices }) });
}

/** Takes what the preview shows, as one change set. */
export function useApply(): UseMutationResult<void, Error, ImportPreview> {
  const session = useSession();
  const { client } = session;
  return useMutation({
    onError: (error) => recover(session, error),
    mutationFn: async (preview: ImportPreview) => {
      const result = await runJob(importText.applying(preview.fileName), (jobId) =>
        whileWriting(() => client.call('imports.apply', { importId: preview.importId, jobId })),
      );
      setStage({ name: 'done', preview, result });
    },
  });
}

/** Lets go of the preview and goes on with the next file, if several were dropped. */
export function useLeave(read: UseMutationResult<void, Error, readonly File[] | 'pick'>): () => void {
  const { client } = useSession();
  return () => {
    const { stage, queue } = useImportStore.getState();
    if (stage.name === 'columns' || stage.name === 'rows')
      client.call('imports.discard', { importId: stage.preview.importId }).catch(() => undefined);
    setStage({ name: 'file' });
    if (queue.length > 0) read.mutate(queue);
  };
}

/** Failures to show in place; stopping on purpose is none. */
export function shownError(...errors: readonly (Error | null)[]): Error | null {
  return errors.find((error) => error !== null && !isCancelled(error)) ?? null;
}
