import { appendFileSync, copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '#db/new-id.ts';
import { hashFile } from '../files/hash-file.ts';
import { fileErrorCode } from '../files/retry.ts';
import { writingWork } from './work-failure.ts';

export type Upload = { readonly path: string; readonly fileName: string };

/** Files that came in, as copies in the work folder: the original is never opened for long and never written. */
export type Uploads = {
  readonly begin: (fileName: string, bytes: number) => string;
  readonly append: (uploadId: string, base64: string) => number;
  /** Takes a file of this computer (native dialog, command line). Errors: FILE_NOT_READ, WORK_FILE_FAILED. */
  readonly copyIn: (file: string) => string;
  /** The whole file; errors: UPLOAD_INCOMPLETE while bytes are missing. */
  readonly get: (uploadId: string) => Upload & { readonly sha256: string };
  readonly discard: (uploadId: string) => void;
};

type Entry = Upload & { readonly expected: number; received: number };

export function createUploads(workFolder: string): Uploads {
  const entries = new Map<string, Entry>();
  const add = (fileName: string, expected: number, received: number): { id: string; entry: Entry } => {
    const id = newId();
    const entry = {
      path: path.join(workFolder, `upload-${id}`),
      fileName: path.basename(fileName),
      expected,
      received,
    };
    entries.set(id, entry);
    return { id, entry };
  };
  const entryOf = (uploadId: string): Entry => {
    const entry = entries.get(uploadId);
    if (entry === undefined) throw new AppError('NOT_FOUND', { what: '取り込むファイル' });
    return entry;
  };
  return {
    begin: (fileName, bytes) => {
      const { id, entry } = add(fileName, bytes, 0);
      writingWork(entry.path, () => writeFileSync(entry.path, ''));
      return id;
    },
    append: (uploadId, base64) => appendPiece(entryOf(uploadId), base64),
    copyIn: (file) => {
      const bytes = sizeOf(file);
      const { id, entry } = add(file, bytes, bytes);
      copyReadable(file, entry.path);
      return id;
    },
    get: (uploadId) => {
      const entry = entryOf(uploadId);
      if (entry.received !== entry.expected) throw new AppError('UPLOAD_INCOMPLETE', { file: entry.fileName });
      return { path: entry.path, fileName: entry.fileName, sha256: hashFile(entry.path) };
    },
    discard: (uploadId) => {
      const entry = entries.get(uploadId);
      if (entry === undefined) return;
      entries.delete(uploadId);
      rmSync(entry.path, { force: true });
    },
  };
}

function appendPiece(entry: Entry, base64: string): number {
  const piece = Buffer.from(base64, 'base64');
  if (entry.received + piece.length > entry.expected) throw new AppError('UPLOAD_INCOMPLETE', { file: entry.fileName });
  writingWork(entry.path, () => appendFileSync(entry.path, piece));
  entry.received += piece.length;
  return entry.received;
}

/** Only plain files: a folder has no content, and a pipe may never end. */
function sizeOf(file: string): number {
  const failure = (cause?: unknown) => new AppError('FILE_NOT_READ', { file: path.basename(file) }, { cause });
  try {
    const stat = statSync(file);
    if (stat.isFile()) return stat.size;
  } catch (error) {
    throw failure(error);
  }
  throw failure();
}

function copyReadable(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    rmSync(to, { force: true });
    if (['ENOSPC', 'EDQUOT'].includes(fileErrorCode(error)))
      writingWork(to, () => {
        throw error;
      });
    throw new AppError('FILE_NOT_READ', { file: path.basename(from) }, { cause: error });
  }
}
