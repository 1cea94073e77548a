import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { reportOwnProgress, runJob } from '#renderer/session/jobs.ts';
import { type Session, useSession } from '#renderer/session/session.ts';
import { uploadFile } from '#renderer/session/upload.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';

/** The ways to a ledger. */
export type OpenRequest =
  | { readonly way: 'create'; readonly title: string }
  | { readonly way: 'sample' }
  | { readonly way: 'pick' }
  | { readonly way: 'upload'; readonly file: File }
  | { readonly way: 'known'; readonly ref: string; readonly mode: 'write' | 'read' }
  | { readonly way: 'backup'; readonly ref: string }
  | { readonly way: 'remake'; readonly ref: string };

async function uploadLedger({ client }: Session, file: File): Promise<void> {
  await runJob(welcomeText.opening(file.name), async (jobId) => {
    const uploadId = await uploadFile(client, file, (sent) => reportOwnProgress(jobId, sent, file.size));
    await client.call('ledger.openUpload', { uploadId });
  });
}

async function pickLedger({ client }: Session): Promise<void> {
  const entry = await client.call('desktop.pickLedger', {});
  if (entry !== null) await client.call('ledger.open', { ref: entry.ref, mode: 'write' });
}

async function openLedger(session: Session, request: OpenRequest): Promise<void> {
  const { client } = session;
  switch (request.way) {
    case 'create':
      await client.call('ledger.create', { title: request.title });
      return;
    case 'sample':
      await runJob(welcomeText.sampleTitle, () => client.call('ledger.openSample', {}));
      return;
    case 'pick':
      return pickLedger(session);
    case 'upload':
      return uploadLedger(session, request.file);
    case 'known':
      await client.call('ledger.open', { ref: request.ref, mode: request.mode });
      return;
    case 'backup':
      await client.call('ledger.openBackup', { ref: request.ref });
      return;
    case 'remake':
      await client.call('ledger.remake', { ref: request.ref });
      return;
  }
}

/** Opens a ledger one way or another; the new state comes by event. */
export function useOpenLedger(): UseMutationResult<void, Error, OpenRequest> {
  const session = useSession();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (request: OpenRequest) => openLedger(session, request),
    onSuccess: () => navigate(screens.home.path, { replace: true }),
  });
}
