import { parseArgs } from 'node:util';

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

export type CliOptions = ReturnType<typeof readArguments>['options'];

/** Splits the command line; throws a TypeError with an English reason for an unknown option. */
export function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  const [command = '', ...rest] = positionals;
  return { command, rest, options: values };
}
