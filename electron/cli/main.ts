import path from 'node:path';
import { cliTexts } from '#shared/messages/cli.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { createBugLog } from '#core/bug-log.ts';
import { type CliOptions, readArguments } from './arguments.ts';
import { dataFolderOf } from './data-folder-option.ts';
import { runCommand } from './commands.ts';
import { exitStatus } from './result.ts';
import { UsageError } from './usage-error.ts';

/** Answers go to stdout (with --json nothing else does), what went wrong to stderr. */
async function main(args: readonly string[]): Promise<number> {
  const json = args.includes('--json');
  let options: Partial<CliOptions> = {};
  try {
    const line = readArguments(args);
    options = line.options;
    if (line.options.help) {
      process.stdout.write(json ? asJson({ usage: cliTexts.usage }) : `${cliTexts.usage}\n`);
      return exitStatus.done;
    }
    const result = await runCommand(line);
    process.stdout.write(json ? asJson(result.json) : asLines(result.lines));
    process.stderr.write(asLines(result.problems ?? []));
    return result.status;
  } catch (error) {
    const told = toldError(error, options);
    if (json) process.stdout.write(asJson({ error: told }));
    process.stderr.write(`${told.message}\n`);
    return exitStatus.failed;
  }
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

function asLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function toldError(error: unknown, options: Partial<CliOptions>): { readonly code: string; readonly message: string } {
  if (error instanceof UsageError) return { code: 'USAGE', message: error.message };
  const known = error instanceof AppError ? error : new AppError('INTERNAL', { id: logBug(error, options) });
  return { code: known.code, message: errorText(known) };
}

function logBug(error: unknown, options: Partial<CliOptions>): string {
  const logs = path.join(dataFolderOf(options), 'logs');
  return createBugLog(logs, () => new Date())(error, 'command line');
}

// `daicho … | head`: the reader may leave early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
