import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { readExport, saveBlob } from '#renderer/session/download.ts';
import { runJob } from '#renderer/session/jobs.ts';
import { type Session, useSession } from '#renderer/session/session.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { ExportOptions, ExportResult } from '#shared/contract/transfer.ts';
import { exportText } from '#shared/messages/ui/export.ts';

export type Layout = CallOutput<'exports.layouts'>[number];

export type Finished = {
  readonly result: ExportResult;
  /** Desktop: the path chosen, null when the dialog was closed; undefined in the browser, where the download has begun. */
  readonly savedAs: string | null | undefined;
};

async function save({ client, shell }: Session, result: ExportResult): Promise<Finished> {
  if (shell === 'desktop') {
    const { savedAs } = await client.call('desktop.saveExport', { exportId: result.exportId });
    return { result, savedAs };
  }
  saveBlob(await readExport(client, result.exportId), result.fileName);
  return { result, savedAs: undefined };
}

/** Makes the file and hands it over. */
export function useCreateExport(layout: Layout): UseMutationResult<Finished, Error, ExportOptions> {
  const session = useSession();
  return useMutation({
    mutationFn: (options: ExportOptions) =>
      runJob(exportText.creating(layout.title), async (jobId) =>
        save(session, await session.client.call('exports.create', { layout: layout.layout, options, jobId })),
      ),
  });
}

/** Hands over a finished file once more. */
export function useSaveAgain(): UseMutationResult<Finished, Error, ExportResult> {
  const session = useSession();
  return useMutation({ mutationFn: (result: ExportResult) => save(session, result) });
}
