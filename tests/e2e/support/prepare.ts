import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Program } from './program.ts';

/** A ledger that took these files in by the command line, before the program starts. */
export function preparedLedger({ folder, dataDir }: Program, ...files: readonly string[]): string {
  const ledger = path.join(folder, '試験.daicho');
  const args = ['out/main/cli.js', 'import', ...files, '--ledger', ledger, '--data-dir', dataDir];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return ledger;
}
