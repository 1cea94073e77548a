import { readFileSync } from 'node:fs';
import path from 'node:path';
import { exportLayout, type ExportOptions } from '#shared/contract/transfer.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import { assertWritable } from '#core/files/assert-writable.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import type { CliOptions } from '../arguments.ts';
import { withLedger } from '../cli-core.ts';
import { fiscalYearOption } from '../fiscal-year-option.ts';
import { type CommandResult, exitStatus } from '../result.ts';
import { usageError } from '../usage-error.ts';

export async function exportFile(ledger: string, options: CliOptions): Promise<CommandResult> {
  const layout = exportLayout.safeParse(options.layout);
  if (!layout.success) throw usageError(cliTexts.layoutNeeded(exportLayout.options));
  if (options.out === undefined) throw usageError(cliTexts.outNeeded);
  const out = path.resolve(options.out);
  const wanted = exportOptions(options);
  await assertWritable(out); // said before the work
  return withLedger(ledger, { mode: 'read', options }, async ({ core, client }) => {
    const made = await client.call('exports.create', { layout: layout.data, options: wanted });
    await writeFileAtomically(out, readFileSync(core.exportFile(made.exportId).path));
    return {
      json: { file: options.out, layout: layout.data, rows: made.rows, bytes: made.bytes, warnings: made.warnings },
      lines: [cliTexts.exported(made.rows, out), ...made.warnings],
      status: exitStatus.done,
    };
  });
}

function exportOptions(options: CliOptions): ExportOptions {
  return {
    ...(options.date === undefined ? {} : { date: isoDay(options.date) }),
    ...fiscalYearOption(options),
    personalColumns: options.personal,
  };
}

/** --date takes what people write: 2026-03-31, R8.3.31, 令和8年3月31日. */
function isoDay(text: string): string {
  const date = parseDate(text);
  if (date === null || date.precision !== 'day') throw usageError(cliTexts.badDate(text));
  return date.iso;
}
