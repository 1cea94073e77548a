import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useClient } from '#renderer/session/session.ts';
import { uploadFile } from '#renderer/session/upload.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { type Ask, useAsk } from '#renderer/ui/confirm.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { notifyDone } from '#renderer/ui/notify.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { postalText } from '#shared/messages/ui/postal.ts';
import type { Client } from '#shared/rpc/client.ts';

export type PostalTableInfo = CallOutput<'postal.info'>;
/** Another table of postal codes: that of a file, or the bundled one. */
export type PostalChange = File | 'bundled';

async function takeFile(client: Client, file: File): Promise<void> {
  const uploadId = await uploadFile(client, file, () => undefined);
  const { codes } = await client.call('postal.update', { uploadId });
  notifyDone(postalText.updated(formatCount(codes)));
}

async function takeBundled(client: Client, ask: Ask): Promise<void> {
  const { resetTitle: title, resetBody: body, resetOk: ok } = postalText;
  if (!(await ask({ title, body, ok }))) return;
  await client.call('postal.reset', {});
  notifyDone(postalText.resetDone);
}

type PostalState = {
  readonly info: PostalTableInfo | undefined;
  readonly change: UseMutationResult<void, Error, PostalChange>;
  readonly error: Error | null;
};

/** The table in use and the two ways to another one; only one of them runs at a time. */
export function usePostalTable(): PostalState {
  const client = useClient();
  const ask = useAsk();
  const { data: info, error, refetch } = useCall('postal.info', {});
  const change = useMutation({
    mutationFn: async (to: PostalChange) => {
      await (to === 'bundled' ? takeBundled(client, ask) : takeFile(client, to));
      await refetch();
    },
  });
  return { info, change, error: change.error ?? error };
}
