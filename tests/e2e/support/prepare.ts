import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Program } from './program.ts';

type Place = Pick<Program, 'folder' | 'dataDir'>;

/** A ledger that took these files in by the command line, before the program starts; the import's backups stand in its data folder. */
export function importedLedger({ folder, dataDir }: Place, ...files: readonly string[]): string {
  const ledger = path.join(folder, '試験.daicho');
  const args = ['out/main/cli.js', 'import', ...files, '--ledger', ledger, '--data-dir', dataDir];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return ledger;
}

/** Ledgers of this process by the files they hold. */
const imported = new Map<string, string>();

/** The same as a copy of one that was made once: as from a USB stick, no backup of it is on this computer. */
export function preparedLedger({ folder }: Place, ...files: readonly string[]): string {
  const key = files.join('\n');
  const original = imported.get(key) ?? importedOnce(files);
  imported.set(key, original);
  const ledger = path.join(folder, path.basename(original));
  copyFileSync(original, ledger);
  return ledger;
}

function importedOnce(files: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-e2e-ledger-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return importedLedger({ folder, dataDir: path.join(folder, 'data') }, ...files);
}
