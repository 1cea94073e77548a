import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cliTexts } from '#shared/messages/cli.ts';
import { undoLabels } from '#shared/messages/undo.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { backupInto } from '#db/backup.ts';
import { checkLedger, isSound } from '#db/check.ts';
import { type Ledger, openLedger } from '#db/open.ts';
import { verifyCopy } from '#core/backup/verify-copy.ts';
import { assertWritable } from '#core/files/assert-writable.ts';
import { targetError } from '#core/files/target-error.ts';
import { temporaryPath } from '#core/files/temporary-file.ts';
import type { CliOptions } from '../arguments.ts';
import { withLedger } from '../cli-core.ts';
import { type CommandResult, exitStatus } from '../result.ts';

export async function undo(ledger: string, options: CliOptions): Promise<CommandResult> {
  return withLedger(ledger, { mode: 'write', options }, async ({ client }) => {
    const undone = await client.call('history.undo', {});
    return {
      json: undone,
      lines: [undone.label === null ? cliTexts.nothingToUndo : undoLabels.undo(undone.label)],
      status: exitStatus.done,
    };
  });
}

export async function check(ledger: string): Promise<CommandResult> {
  return withReading(ledger, async (opened) => {
    const found = checkLedger(opened);
    const sound = isSound(found);
    return {
      json: { ok: sound, ...found },
      lines: cliTexts.check(sound, found),
      status: sound ? exitStatus.done : exitStatus.failed,
    };
  });
}

/** Into the program's backups, or with --out to a file of the user's choice. */
export async function backup(ledger: string, options: CliOptions): Promise<CommandResult> {
  if (options.out !== undefined) return backupTo(ledger, path.resolve(options.out));
  return withLedger(ledger, { mode: 'read', options }, async ({ client }) => {
    const { fileName, takenAt, bytes, verified } = await client.call('ledger.backup', {});
    return {
      json: { fileName, takenAt, bytes, verified },
      lines: [cliTexts.backedUp(fileName, bytes)],
      status: exitStatus.done,
    };
  });
}

/** Written beside the target, verified, then renamed: a file with the target's name is always a whole backup. */
async function backupTo(ledger: string, out: string): Promise<CommandResult> {
  if (existsSync(out)) throw new AppError('BACKUP_TARGET_EXISTS', { file: out });
  return withReading(ledger, async (opened) => {
    await assertWritable(out);
    const partial = temporaryPath(path.dirname(out));
    try {
      backupInto(opened, partial);
      const verified = verifyCopy(partial);
      if (verified === null) throw new AppError('BACKUP_FAILED', { reason: cliTexts.notVerified });
      renameSync(partial, out);
      return {
        json: { fileName: out, takenAt: new Date().toISOString(), bytes: verified.bytes, verified: true },
        lines: [cliTexts.backedUp(out, verified.bytes)],
        status: exitStatus.done,
      };
    } catch (error) {
      throw targetError(out, error, 0);
    } finally {
      rmSync(partial, { force: true });
    }
  });
}

async function withReading<R>(ledger: string, work: (opened: Ledger) => Promise<R>): Promise<R> {
  const opened = openLedger(path.resolve(ledger), { mode: 'read', actor: '' });
  try {
    return await work(opened);
  } finally {
    opened.close();
  }
}
