import path from 'node:path';
import { errorText } from '#shared/messages/error-text.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { ImportChoices, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import type { ParserHost } from '#core/excel/read/parser-host.ts';
import type { CliOptions } from '../arguments.ts';
import { type CliCore, withLedger } from '../cli-core.ts';
import { fiscalYearOption } from '../fiscal-year-option.ts';
import { type CommandResult, exitStatus } from '../result.ts';

/** What one file did. Counts are rows of data: groups, or body rows of a status list. */
export type FileReport = {
  readonly file: string;
  readonly kind: ImportPreview['kind'];
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  readonly warnings: readonly string[];
  readonly changeSetId: string | null;
  readonly error?: { readonly code: string; readonly message: string };
};

/** For people there is also which fields change how often. */
type FileResult = { readonly report: FileReport; readonly changedFields: Readonly<Record<string, number>> };

/** Codes of files that were read well and hold no table: nothing importable, but nothing failed. */
const emptyFiles: ReadonlySet<string> = new Set(['WORKBOOK_EMPTY']);

/** Imports files one after the other, each as a change set of its own; a file that fails does not keep the others back. */
export async function importFiles(
  files: readonly string[],
  { ledger, parser }: { readonly ledger: string; readonly parser: ParserHost },
  options: CliOptions,
): Promise<CommandResult> {
  const choices = choicesOf(options);
  const dryRun = options['dry-run'];
  const results = await withLedger(
    ledger,
    { mode: dryRun ? 'scratch-copy' : 'write-or-create', options, parser },
    async (cli) => {
      const done: FileResult[] = [];
      for (const file of files) done.push(await importFile(cli, file, choices));
      return done;
    },
  );
  const reports = results.map(({ report }) => (dryRun ? { ...report, changeSetId: null } : report));
  return {
    json: reports,
    lines: results.flatMap(({ report, changedFields }) => cliTexts.importReport({ ...report, changedFields }, dryRun)),
    problems: reports.flatMap(({ file, error }) => (error === undefined ? [] : [`${file}: ${error.message}`])),
    status: statusOf(reports),
  };
}

function statusOf(reports: readonly FileReport[]): CommandResult['status'] {
  if (reports.some((report) => report.error !== undefined)) return exitStatus.failed;
  return reports.every((report) => report.read === 0) ? exitStatus.nothingImportable : exitStatus.done;
}

async function importFile(cli: CliCore, file: string, choices: ImportChoices): Promise<FileResult> {
  try {
    const { uploadId } = cli.core.registerUploadPath(path.resolve(file));
    const preview = await cli.client.call('imports.analyze', { uploadId, choices });
    const rows = await rowsToTell(cli, preview);
    await cli.client.call('uploads.discard', { uploadId });
    const { changeSetId, ...counts } = await applied(cli, preview);
    const changedFields = Object.fromEntries(preview.changedFields.map(({ label, count }) => [label, count]));
    const report = { file, kind: preview.kind, ...counts, ...wordsOf(preview, rows), changeSetId };
    return { report, changedFields };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = errorText(error);
    const told = emptyFiles.has(error.code) ? { warnings: [message] } : { error: { code: error.code, message } };
    return { report: { file, ...emptyReport, ...told }, changedFields: {} };
  }
}

function choicesOf(options: CliOptions): ImportChoices {
  return {
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...fiscalYearOption(options),
    ...(options['plan-title'] === undefined ? {} : { planTitle: options['plan-title'] }),
  };
}

/** Rows that are no data, and rows that a person has to look at. */
async function rowsToTell({ client }: CliCore, { importId, counts }: ImportPreview): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (let start = 0; start < counts.skip + counts.check; start += 1000) {
    const block = await client.call('imports.rows', {
      importId,
      actions: ['skip', 'check'],
      start,
      end: start + 1000,
    });
    rows.push(...block.rows);
  }
  return rows;
}

type Counts = Pick<FileReport, 'read' | 'added' | 'changed' | 'unchanged' | 'changeSetId'>;

async function applied({ client }: CliCore, { kind, importId, counts }: ImportPreview): Promise<Counts> {
  if (kind === 'unknown') {
    await client.call('imports.discard', { importId });
    return { read: 0, added: 0, changed: 0, unchanged: 0, changeSetId: null };
  }
  const { added, changed, unchanged, changeSetId } = await client.call('imports.apply', { importId });
  return { read: counts.read, added, changed, unchanged, changeSetId };
}

function wordsOf(preview: ImportPreview, rows: readonly ImportRow[]): Pick<FileReport, 'skipped' | 'warnings'> {
  const toCheck = rows.filter((row) => row.action === 'check');
  return {
    skipped: rows.filter((row) => row.action === 'skip').map(({ row, reason }) => ({ row, reason })),
    warnings: [...preview.warnings, ...toCheck.map(({ row, reason }) => cliTexts.rowToCheck(row, reason))],
  };
}

const emptyReport: Omit<FileReport, 'file'> = {
  kind: 'unknown',
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  skipped: [],
  warnings: [],
  changeSetId: null,
};
