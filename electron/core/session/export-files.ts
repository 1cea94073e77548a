import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chunkBytes } from '#shared/contract/transfer.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '#db/new-id.ts';
import { writingWork } from './work-failure.ts';

/** Finished exports, waiting in the work folder to be fetched in pieces or saved by the shell. */
export type ExportFiles = {
  readonly add: (fileName: string, bytes: Uint8Array) => string;
  readonly read: (exportId: string, offset: number) => { base64: string; next: number | null };
  readonly get: (exportId: string) => { readonly path: string; readonly fileName: string };
  readonly discard: (exportId: string) => void;
};

export function createExportFiles(workFolder: string): ExportFiles {
  const files = new Map<string, { readonly path: string; readonly fileName: string; readonly bytes: number }>();
  const get = (exportId: string) => {
    const file = files.get(exportId);
    if (file === undefined) throw new AppError('NOT_FOUND', { what: '出力したファイル' });
    return file;
  };
  return {
    add: (fileName, bytes) => {
      const id = newId();
      const file = { path: path.join(workFolder, `export-${id}`), fileName, bytes: bytes.length };
      writingWork(file.path, () => writeFileSync(file.path, bytes));
      files.set(id, file);
      return id;
    },
    read: (exportId, offset) => {
      const file = get(exportId);
      const piece = Buffer.alloc(Math.max(0, Math.min(chunkBytes, file.bytes - offset)));
      const handle = openSync(file.path, 'r');
      try {
        readSync(handle, piece, 0, piece.length, offset);
      } finally {
        closeSync(handle);
      }
      const next = offset + piece.length;
      return { base64: piece.toString('base64'), next: next < file.bytes ? next : null };
    },
    get,
    discard: (exportId) => {
      const file = files.get(exportId);
      files.delete(exportId);
      if (file !== undefined) rmSync(file.path, { force: true });
    },
  };
}
