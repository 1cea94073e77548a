import path from 'node:path';
import { errorText } from '#shared/messages/error-text.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { ImportChoices, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import type { CliOptions } from '../arguments.ts';
import { type CliCore, withLedger } from '../cli-core.ts';
import { type CommandResult, exitStatus } from '../result.ts';

/** What one file did, as --json prints it. Counts are rows of data: groups, or body rows of a status list. */
export type FileReport = {
  readonly file: string;
  readonly kind: ImportPreview['kind'];
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  readonly toCheck: readonly { readonly row: number; readonly reason: string }[];
  readonly changedFields: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly changeSetId: string | null;
  readonly error?: { readonly code: string; readonly message: string };
};

export async function importFiles(
  files: readonly string[],
  ledger: string,
  options: CliOptions,
): Promise<CommandResult> {
  const dryRun = options['dry-run'];
  const reports = await withLedger(
    ledger,
    { mode: dryRun ? 'scratch-copy' : 'write-or-create', options },
    async (cli) => {
      const done: FileReport[] = [];
      for (const file of files) done.push(await importFile(cli, file, options));
      return done;
    },
  );
  const failed = reports.some((report) => report.error !== undefined);
  const nothing = reports.every((report) => report.error === undefined && report.kind === 'unknown');
  return {
    json: reports,
    lines: reports.flatMap((report) => cliTexts.importReport(report, dryRun)),
    status: failed ? exitStatus.failed : nothing ? exitStatus.nothingImportable : exitStatus.done,
  };
}

async function importFile(cli: CliCore, file: string, options: CliOptions): Promise<FileReport> {
  try {
    const { uploadId } = cli.core.registerUploadPath(path.resolve(file));
    const preview = await cli.client.call('imports.analyze', { uploadId, choices: choicesOf(options) });
    const rows = await allRows(cli, preview);
    const applied =
      options['dry-run'] || preview.kind === 'unknown'
        ? null
        : await cli.client.call('imports.apply', { importId: preview.importId });
    return toReport(file, preview, { rows, changeSetId: applied?.changeSetId ?? null });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...emptyReport(file), error: { code: error.code, message: errorText(error) } };
  }
}

function choicesOf(options: CliOptions): ImportChoices {
  const fiscalYear = options['fiscal-year'];
  return {
    ...(options.sheet === undefined ? {} : { sheet: options.sheet }),
    ...(fiscalYear === undefined ? {} : { fiscalYear: Number(fiscalYear) }),
    ...(options['plan-title'] === undefined ? {} : { planTitle: options['plan-title'] }),
  };
}

async function allRows({ client }: CliCore, { importId, counts }: ImportPreview): Promise<ImportRow[]> {
  const { rows } = await client.call('imports.rows', {
    importId,
    actions: ['skip', 'check'],
    start: 0,
    end: counts.total,
  });
  return rows;
}

function toReport(
  file: string,
  preview: ImportPreview,
  { rows, changeSetId }: { readonly rows: readonly ImportRow[]; readonly changeSetId: string | null },
): FileReport {
  const reasons = (action: ImportRow['action']) =>
    rows.filter((row) => row.action === action).map(({ row, reason }) => ({ row, reason }));
  return {
    file,
    kind: preview.kind,
    read: preview.counts.read,
    added: preview.counts.add,
    changed: preview.counts.change,
    unchanged: preview.counts.same,
    skipped: reasons('skip'),
    toCheck: reasons('check'),
    changedFields: Object.fromEntries(preview.changedFields.map(({ label, count }) => [label, count])),
    warnings: preview.warnings,
    changeSetId,
  };
}

function emptyReport(file: string): FileReport {
  return {
    file,
    kind: 'unknown',
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    skipped: [],
    toCheck: [],
    changedFields: {},
    warnings: [],
    changeSetId: null,
  };
}
