import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { assertWritable } from './assert-writable.ts';
import { fileErrorCode, retryWhileHeld } from './retry.ts';
import { targetError } from './target-error.ts';
import { removeAbandoned, temporaryPath } from './temporary-file.ts';

const RETRY_FOR = 5000;

export type AtomicWriteOptions = {
  /** Called before each further try while someone else holds the target. */
  readonly onRetry?: (attempt: number) => void;
  /** Stops before the target is replaced; the write then leaves nothing behind. */
  readonly signal?: AbortSignal;
  /** Milliseconds to wait for a held target; 5000 unless told. */
  readonly retryForMs?: number;
};

async function writeDurably(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself survive a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Some network and USB file systems know no fsync of a folder; the file is written all the same.
    if (!['EINVAL', 'ENOTSUP', 'EACCES', 'EPERM', 'EISDIR'].includes(fileErrorCode(error))) throw error;
  }
}

/** The file behind a link, so that a link in the user's folder stays a link. */
async function finalPath(target: string): Promise<string> {
  const path = resolve(target);
  return await realpath(path).catch(() => path);
}

async function permissionsOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined ? undefined : found.mode & 0o777;
}

/**
 * Writes a file so that its path holds the old content or the new one, whole, at every moment, also when the process
 * is killed or the disk fills up: temporary file in the same folder, fsync, rename. A target held by Excel or a virus
 * scanner is tried again for some seconds. On failure the old file is as it was and no temporary file remains.
 * Errors: those of assertWritable, TARGET_WRITE_FAILED, CANCELLED.
 */
export async function writeFileAtomically(
  target: string,
  bytes: Uint8Array,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const path = await finalPath(target);
  await assertWritable(path, bytes.length);
  const folder = dirname(path);
  await removeAbandoned(folder);
  const temporary = temporaryPath(folder);
  const { onRetry, signal, retryForMs = RETRY_FOR } = options;
  try {
    signal?.throwIfAborted();
    await writeDurably(temporary, bytes, await permissionsOf(path));
    await retryWhileHeld(() => rename(temporary, path), { forMs: retryForMs, onRetry, signal });
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw signal?.aborted === true ? new AppError('CANCELLED') : targetError(path, error, bytes.length);
  }
  await syncFolder(folder).catch((error: unknown) => {
    throw targetError(path, error, bytes.length);
  });
}
