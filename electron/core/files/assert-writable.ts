import { open, stat, statfs, unlink } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { fileErrorCode } from './retry.ts';
import { diskFull, targetError } from './target-error.ts';
import { temporaryPath } from './temporary-file.ts';

const OWNER_WRITE = 0o200;
/** Characters and names that Windows refuses; a file is often carried there, so they are refused everywhere. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const BAD_NAME = /[<>:"/\\|?*\u0000-\u001f]|[. ]$|^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

async function assertFolder(folder: string, target: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw targetError(target, error, 0);
  });
  if (!found.isDirectory()) throw new AppError('TARGET_FOLDER_MISSING', { folder });
}

async function assertExistingFile(target: string): Promise<void> {
  const found = await stat(target).catch((error: unknown) => {
    if (fileErrorCode(error) === 'ENOENT') return undefined;
    throw targetError(target, error, 0);
  });
  if (found === undefined) return;
  const file = basename(target);
  if (found.isDirectory()) throw new AppError('TARGET_IS_FOLDER', { file });
  // Windows' read-only attribute arrives as a missing write permission; so a user who may do anything is told as well.
  if ((found.mode & OWNER_WRITE) === 0) throw new AppError('TARGET_READ_ONLY', { file });
  try {
    await (await open(target, 'r+')).close();
  } catch (error) {
    const denied = process.platform !== 'win32' && ['EACCES', 'EPERM', 'EROFS'].includes(fileErrorCode(error));
    throw denied ? new AppError('TARGET_READ_ONLY', { file }, { cause: error }) : targetError(target, error, 0);
  }
}

/** Permissions and shares lie; creating a file does not. */
async function assertFolderTakesFiles(folder: string, target: string): Promise<void> {
  const probe = temporaryPath(folder);
  try {
    await (await open(probe, 'wx')).close();
    await unlink(probe);
  } catch (error) {
    const code = fileErrorCode(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new AppError('TARGET_FOLDER_READ_ONLY', { folder }, { cause: error });
    }
    throw targetError(target, error, 0);
  }
}

async function assertSpace(folder: string, target: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes) throw diskFull(target, bytes - free);
}

/**
 * Tells before the work whether a file can be written at `target`: the folder is there and takes files, there is room
 * for `bytes`, and an existing file is neither read-only nor open in a program that locks it. Changes nothing.
 * Errors: TARGET_NAME_INVALID, TARGET_FOLDER_MISSING, TARGET_FOLDER_READ_ONLY, TARGET_IS_FOLDER, TARGET_READ_ONLY,
 * TARGET_LOCKED, DISK_FULL.
 */
export async function assertWritable(target: string, bytes = 0): Promise<void> {
  const path = resolve(target);
  const folder = dirname(path);
  const file = basename(path);
  if (file === '' || BAD_NAME.test(file)) throw new AppError('TARGET_NAME_INVALID', { file });
  await assertFolder(folder, path);
  await assertExistingFile(path);
  await assertFolderTakesFiles(folder, path);
  await assertSpace(folder, path, bytes);
}
