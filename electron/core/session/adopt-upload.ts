import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { inspectLedgerFile } from '#db/ledger-file.ts';
import { makeWholeFile } from '#db/new-file.ts';
import { safeFileName } from '../files/safe-file-name.ts';
import type { Upload } from './uploads.ts';
import { writingWork } from './work-failure.ts';

/** Copies a ledger that was brought by upload into the folder of ledgers; a name already taken gets a number. Errors: as openLedger, WORK_FILE_FAILED. */
export function adoptUpload(upload: Upload, folder: string): string {
  const file = inspectLedgerFile(upload.path);
  if (file.kind !== 'ledger') throw new AppError(file.error, { file: upload.fileName, ...file.params });
  const stem = path.basename(upload.fileName, path.extname(upload.fileName));
  for (let number = 1; ; number += 1) {
    const target = path.join(folder, safeFileName(stem, number === 1 ? '.daicho' : ` (${number}).daicho`));
    if (existsSync(target)) continue;
    writingWork(target, () => makeWholeFile(target, (unfinished) => copyFileSync(upload.path, unfinished)));
    return target;
  }
}
