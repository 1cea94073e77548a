import type { CallOutput } from '#shared/contract/index.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import type { PostalCodes } from '../postal/postal-codes.ts';
import { readPostalFile } from '../postal/read-postal-file.ts';
import type { Uploads } from '../session/uploads.ts';

type Names = Extract<keyof Handlers, `postal.${string}`>;

export function createPostalHandlers(
  postal: PostalCodes,
  uploads: Pick<Uploads, 'get' | 'discard'>,
): Pick<Handlers, Names> {
  const info = (): CallOutput<'postal.info'> => {
    const { table, source } = postal.current();
    return { codes: table.codes, month: table.month, source };
  };
  return {
    'postal.lookup': ({ code }) =>
      postal
        .current()
        .table.lookup(code)
        .map(({ prefecture, city, town }) => ({ prefecture, city, town })),
    'postal.info': info,
    'postal.update': async ({ uploadId }) => {
      const { path, fileName } = uploads.get(uploadId);
      try {
        const read = await readPostalFile(path);
        if (!read.ok) throw new AppError('POSTAL_FILE', { file: fileName, reason: read.reason });
        await postal.replace(read.entries);
      } finally {
        uploads.discard(uploadId);
      }
      return info();
    },
    'postal.reset': () => {
      postal.reset();
      return info();
    },
  };
}
