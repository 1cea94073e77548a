import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import { createImportHandlers } from '#core/handlers/imports.ts';
import type { ImportContext } from '#core/import-session.ts';
import type { Ledger } from '#db/open.ts';
import { contract } from '#shared/contract/index.ts';
import type { ImportChoices } from '#shared/contract/imports.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { fixture, type LayoutSheet, layoutFile } from './register-layouts.ts';
import { tempFolder, testNow } from './temp-ledger.ts';

type Progress = ImportContext['jobs']['progress'];

/** The import handlers over a real ledger file; files are parsed in this process, as the parser process would. */
export function createImports(ledger: Ledger, progress: Progress = () => undefined) {
  const folder = tempFolder();
  const backups: string[] = [];
  const discarded: string[] = [];
  const handlers = createImportHandlers({
    ledger: () => ledger,
    now: testNow,
    today: () => '2026-04-01',
    actor: () => '山田',
    changed: ({ changeSetId, savedAt }) => ({ changeSetId, savedAt }),
    readUpload: (uploadId) => {
      const bytes = readFileSync(path.join(folder, uploadId));
      return {
        path: path.join(folder, uploadId),
        fileName: uploadId,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    },
    discardUpload: (uploadId) => void discarded.push(uploadId),
    parser: { parse: async (file) => parseWorkbook(readFileSync(file)), close: async () => undefined },
    backupBeforeImport: () => void backups.push('taken'),
    jobs: { progress, breathe: async () => undefined, signal: () => new AbortController().signal },
    importers: [organizationsImporter, statusListImporter],
  });
  const analyze = async (fileName: string, choices: ImportChoices = {}) => {
    const preview = await handlers['imports.analyze']({ uploadId: fileName, choices, jobId: 'job' });
    return contract['imports.analyze'].output.parse(preview);
  };
  return {
    handlers,
    backups,
    discarded,
    analyze,
    reanalyze: async (importId: string, choices: ImportChoices = {}) =>
      contract['imports.reanalyze'].output.parse(
        await handlers['imports.reanalyze']({ importId, choices, jobId: 'job' }),
      ),
    apply: async (importId: string) =>
      contract['imports.apply'].output.parse(await handlers['imports.apply']({ importId, jobId: 'job' })),
    putFixture: (name: string) => copyFileSync(fixture(name), path.join(folder, name)),
    putSheets: (name: string, sheets: readonly LayoutSheet[]) =>
      writeFileSync(path.join(folder, name), layoutFile(sheets)),
    rows: async (
      importId: string,
      filter: {
        readonly actions?: ('add' | 'change' | 'same' | 'skip' | 'check')[];
        readonly changedField?: string;
        readonly changedSince?: true;
        readonly question?: true;
      } = {},
    ) =>
      contract['imports.rows'].output.parse(
        await handlers['imports.rows']({ importId, ...filter, start: 0, end: 1000 }),
      ),
  };
}

/** Code of the expected failure; 'no error' when nothing was thrown. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'no error';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}
