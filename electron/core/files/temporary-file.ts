import { randomBytes } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^\.kyodo-[0-9a-f]{16}\.tmp$/;
/** No write takes this long; an older file was left behind by a power cut. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** A new name for a file on its way, short enough for any folder. It lies in the target's folder: rename stays there. */
export function temporaryPath(folder: string): string {
  return join(folder, `.kyodo-${randomBytes(8).toString('hex')}.tmp`);
}

/** Removes what earlier, interrupted writes left in a folder. Failures are of no interest to whoever writes now. */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => NAME.test(candidate))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER) await unlink(path).catch(() => undefined);
  }
}
