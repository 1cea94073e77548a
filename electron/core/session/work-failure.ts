import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { diskReason } from '../files/disk-reason.ts';

/** Runs `write` on a file of the work folder. Errors: WORK_FILE_FAILED (disk full, folder gone). */
export function writingWork<R>(file: string, write: () => R): R {
  try {
    return write();
  } catch (error) {
    const params = { folder: path.dirname(file), reason: diskReason(error) };
    throw new AppError('WORK_FILE_FAILED', params, { cause: error });
  }
}
