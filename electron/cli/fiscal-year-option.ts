import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import type { CliOptions } from './arguments.ts';
import { usageError } from './usage-error.ts';

/** --fiscal-year takes what people write: 2025, R7, 令和7年度. Errors: UsageError. */
export function fiscalYearOption(options: CliOptions): { readonly fiscalYear?: number } {
  const text = options['fiscal-year'];
  if (text === undefined) return {};
  const fiscalYear = parseFiscalYear(text);
  if (fiscalYear === null) throw usageError(cliTexts.badFiscalYear(text));
  return { fiscalYear };
}
