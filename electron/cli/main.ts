import { cliTexts } from '#shared/messages/cli.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type CliOptions, readArguments } from './arguments.ts';
import { exportFile } from './commands/export-file.ts';
import { importFiles } from './commands/import-files.ts';
import { backup, check, undo } from './commands/keep-ledger.ts';
import { listMeasures, listOrganizations, summary } from './commands/read-ledger.ts';
import { type CommandResult, exitStatus } from './result.ts';
import { UsageError, usageError } from './usage-error.ts';

async function run(command: string, rest: readonly string[], options: CliOptions): Promise<CommandResult> {
  switch (command) {
    case 'import': {
      if (rest.length === 0) throw usageError(cliTexts.filesNeeded);
      if (options.ledger === undefined) throw usageError(cliTexts.ledgerNeeded);
      return importFiles(rest, options.ledger, options);
    }
    case 'export':
      return exportFile(ledgerArgument(rest[0], options), options);
    case 'summary':
      return summary(ledgerArgument(rest[0], options), options);
    case 'list': {
      const ledger = ledgerArgument(rest[1], options);
      if (rest[0] === 'organizations') return listOrganizations(ledger, options);
      if (rest[0] === 'measures') return listMeasures(ledger, options);
      throw usageError(cliTexts.unknownCommand(`list ${rest[0] ?? ''}`));
    }
    case 'undo':
      return undo(ledgerArgument(rest[0], options), options);
    case 'check':
      return check(ledgerArgument(rest[0], options));
    case 'backup':
      return backup(ledgerArgument(rest[0], options), options);
    default:
      throw usageError(cliTexts.unknownCommand(command));
  }
}

function ledgerArgument(positional: string | undefined, options: CliOptions): string {
  const ledger = positional ?? options.ledger;
  if (ledger === undefined) throw usageError(cliTexts.ledgerNeeded);
  return ledger;
}

async function main(args: readonly string[]): Promise<number> {
  let json = args.includes('--json');
  try {
    const { command, rest, options } = parse(args);
    json = options.json;
    if (options.help || command === '') {
      process.stdout.write(`${cliTexts.usage}\n`);
      return options.help ? exitStatus.done : exitStatus.failed;
    }
    const result = await run(command, rest, options);
    process.stdout.write(
      json ? `${JSON.stringify(result.json, null, 1)}\n` : result.lines.map((line) => `${line}\n`).join(''),
    );
    return result.status;
  } catch (error) {
    fail(error, json);
    return exitStatus.failed;
  }
}

function parse(args: readonly string[]) {
  try {
    return readArguments(args);
  } catch (error) {
    throw usageError(cliTexts.badOption(error instanceof Error ? error.message : ''));
  }
}

function fail(error: unknown, json: boolean): void {
  const code = error instanceof AppError ? error.code : error instanceof UsageError ? 'USAGE' : 'INTERNAL';
  const message =
    error instanceof AppError ? errorText(error) : error instanceof UsageError ? error.message : cliTexts.unexpected;
  if (json) process.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 1)}\n`);
  process.stderr.write(`${message}\n`);
  if (code === 'INTERNAL' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

process.exitCode = await main(process.argv.slice(2));
