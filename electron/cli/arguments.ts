import { parseArgs } from 'node:util';
import { cliTexts } from '#shared/messages/cli.ts';
import { usageError } from './usage-error.ts';

const options = {
  ledger: { type: 'string' },
  layout: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  sheet: { type: 'string' },
  'fiscal-year': { type: 'string' },
  'plan-title': { type: 'string' },
  'data-dir': { type: 'string' },
  actor: { type: 'string' },
  json: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  personal: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type CliOptions = ReturnType<typeof parse>['values'];
export type OptionName = keyof typeof options;
export type CommandLine = {
  readonly command: string;
  readonly rest: readonly string[];
  readonly options: CliOptions;
  /** Options that were typed, not those with a default. */
  readonly given: readonly OptionName[];
};

/** Splits the command line. Errors: UsageError for an option that is not known or written wrongly. */
export function readArguments(args: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parsed(args);
  const [command = '', ...rest] = positionals;
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token.name as OptionName] : [])); // boundary: strict parsing lets only known names through
  return { command, rest, options: values, given };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
}

/** Node explains a wrong option in English; only the option's name is taken from it. */
function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    const { message = '', code = '' } = error as { readonly message?: string; readonly code?: string }; // boundary: what parseArgs throws
    const name = /'(?:-\w, )?(-{1,2}[^\s'<]+)/.exec(message)?.[1] ?? '';
    throw usageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? cliTexts.unknownOption(name) : cliTexts.wrongOption(name),
    );
  }
}
