import { basename, dirname } from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { fileErrorCode } from './retry.ts';

const MEGABYTE = 1024 * 1024;

/** `missing` bytes, as the whole megabytes a user has to make room for. */
export function diskFull(target: string, missing: number, cause?: unknown): AppError {
  const megabytes = Math.max(1, Math.ceil(missing / MEGABYTE));
  return new AppError('DISK_FULL', { folder: dirname(target), megabytes }, { cause });
}

/** What a failed file operation on an export's target means to the user. `needed` is the size of the file in bytes. */
export function targetError(target: string, error: unknown, needed: number): AppError {
  if (error instanceof AppError) return error;
  const file = basename(target);
  const params = { file, folder: dirname(target) };
  switch (fileErrorCode(error)) {
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
    case 'ETXTBSY':
      return new AppError('TARGET_LOCKED', params, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(target, needed, error);
    case 'EROFS':
      return new AppError('TARGET_FOLDER_READ_ONLY', params, { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('TARGET_FOLDER_MISSING', params, { cause: error });
    case 'EISDIR':
      return new AppError('TARGET_IS_FOLDER', params, { cause: error });
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return new AppError('TARGET_NAME_INVALID', params, { cause: error });
    default:
      return new AppError('TARGET_WRITE_FAILED', params, { cause: error });
  }
}
