import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import type { CliOptions, CommandLine, OptionName } from './arguments.ts';
import type { CommandResult } from './result.ts';
import { usageError } from './usage-error.ts';

type Command = {
  /** Options besides those that every command takes. */
  readonly takes: readonly OptionName[];
  readonly run: (rest: readonly string[], options: CliOptions) => Promise<CommandResult>;
};

const always: readonly OptionName[] = ['ledger', 'json', 'data-dir', 'actor', 'help'];

/** Each command's code is loaded when it runs: a mistyped line is answered at once. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    'import',
    {
      takes: ['dry-run', 'sheet', 'fiscal-year', 'plan-title'],
      run: async (files, options) => {
        if (files.length === 0) throw usageError(cliTexts.filesNeeded);
        if (options.ledger === undefined) throw usageError(cliTexts.ledgerNeeded);
        const parser = createNodeParserHost({ startNow: true }); // it starts while the rest is loaded
        const { importFiles } = await import('./commands/import-files.ts');
        return importFiles(files, { ledger: options.ledger, parser }, options);
      },
    },
  ],
  [
    'export',
    {
      takes: ['layout', 'out', 'date', 'personal', 'fiscal-year'],
      run: onLedger(async (...call) => (await import('./commands/export-file.ts')).exportFile(...call)),
    },
  ],
  ['summary', { takes: [], run: onLedger(async (...call) => (await readingCommands()).summary(...call)) }],
  [
    'list organizations',
    { takes: [], run: onLedger(async (...call) => (await readingCommands()).listOrganizations(...call)) },
  ],
  [
    'list measures',
    { takes: ['fiscal-year'], run: onLedger(async (...call) => (await readingCommands()).listMeasures(...call)) },
  ],
  ['undo', { takes: [], run: onLedger(async (...call) => (await keepingCommands()).undo(...call)) }],
  ['check', { takes: [], run: onLedger(async (ledger) => (await keepingCommands()).check(ledger)) }],
  ['backup', { takes: ['out'], run: onLedger(async (...call) => (await keepingCommands()).backup(...call)) }],
]);

const readingCommands = () => import('./commands/read-ledger.ts');
const keepingCommands = () => import('./commands/keep-ledger.ts');

/** Runs the command of a command line. Errors: UsageError; those of the command. */
export async function runCommand({ command, rest, options, given }: CommandLine): Promise<CommandResult> {
  if (command === '') throw usageError(cliTexts.usage);
  const twoWords = command === 'list';
  const name = twoWords ? `list ${rest[0] ?? ''}`.trim() : command;
  const known = commands.get(name);
  if (known === undefined) throw usageError(cliTexts.unknownCommand(name));
  // An option that does nothing here (undo --dry-run) must not look as if it did.
  const foreign = given.find((option) => !always.includes(option) && !known.takes.includes(option));
  if (foreign !== undefined) throw usageError(cliTexts.foreignOption(name, `--${foreign}`));
  return known.run(twoWords ? rest.slice(1) : rest, options);
}

function onLedger(run: (ledger: string, options: CliOptions) => Promise<CommandResult>): Command['run'] {
  return async (rest, options) => {
    const [ledger, surplus] = [...rest, ...(options.ledger === undefined ? [] : [options.ledger])];
    if (ledger === undefined) throw usageError(cliTexts.ledgerNeeded);
    if (surplus !== undefined) throw usageError(cliTexts.surplus(surplus));
    return run(ledger, options);
  };
}
