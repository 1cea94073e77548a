import { existsSync } from 'node:fs';
import path from 'node:path';
import { cliTexts } from '#shared/messages/cli.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { checkLedger } from '#db/check.ts';
import { openLedger } from '#db/open.ts';
import { backupInto } from '#db/backup.ts';
import type { CliOptions } from '../arguments.ts';
import { withLedger } from '../cli-core.ts';
import { type CommandResult, exitStatus } from '../result.ts';

export async function undo(ledger: string, options: CliOptions): Promise<CommandResult> {
  return withLedger(ledger, { mode: 'write', options }, async ({ client }) => {
    const undone = await client.call('history.undo', {});
    return { json: undone, lines: [undone.label ?? cliTexts.nothingToUndo], status: exitStatus.done };
  });
}

export async function check(ledger: string): Promise<CommandResult> {
  const opened = openLedger(ledger, { mode: 'read', actor: '' });
  try {
    const found = checkLedger(opened);
    const sound =
      found.damage.length + found.brokenReferences + found.tamperedChangeSets.length + found.staleListRows === 0;
    return {
      json: { ok: sound, ...found },
      lines: cliTexts.check(sound, found),
      status: sound ? exitStatus.done : exitStatus.failed,
    };
  } finally {
    opened.close();
  }
}

export async function backup(ledger: string, options: CliOptions): Promise<CommandResult> {
  if (options.out !== undefined) return backupTo(ledger, path.resolve(options.out));
  return withLedger(ledger, { mode: 'write', options }, async ({ client }) => {
    const made = await client.call('ledger.backup', {});
    return { json: made, lines: [cliTexts.backedUp(made.fileName, made.bytes)], status: exitStatus.done };
  });
}

function backupTo(ledger: string, out: string): CommandResult {
  if (existsSync(out)) throw new AppError('LEDGER_EXISTS', { file: out });
  const opened = openLedger(ledger, { mode: 'read', actor: '' });
  try {
    backupInto(opened, out);
    return { json: { fileName: out }, lines: [cliTexts.backedUpTo(out)], status: exitStatus.done };
  } finally {
    opened.close();
  }
}
