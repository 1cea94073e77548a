import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';

/** One run of the built browser shell. */
export type Run = {
  /** The address it printed, with its one-time token. */
  readonly url: string;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
};

export type Program = {
  /** A folder of this test's own. */
  readonly folder: string;
  /** Where the program keeps its ledgers, backups and settings in this test. */
  readonly dataDir: string;
  /** Starts the program; a ledger that does not exist yet is made. */
  start(ledger?: string, options?: { readonly port?: number }): Promise<Run>;
};

async function startRun(program: ChildProcess): Promise<Run> {
  let printed = '';
  const exit = once(program, 'exit');
  program.stdout?.on('data', (data) => {
    printed += String(data);
  });
  await expect.poll(() => printed, { timeout: 60_000, intervals: [40] }).toMatch(/^READY \S+\n$/);
  const end = async (signal: NodeJS.Signals) => {
    if (program.exitCode === null && program.signalCode === null) program.kill(signal);
    await exit;
  };
  return {
    url: printed.slice('READY '.length).trim(),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A program with a folder of its own; `end` kills whatever still runs and removes the folder. */
export function newProgram(): { readonly program: Program; readonly end: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-e2e-'));
  const dataDir = path.join(folder, 'data');
  const started: ChildProcess[] = [];
  const start: Program['start'] = (ledger, { port = 0 } = {}) => {
    const args = ['out/main/browser.js', '--port', String(port), '--data-dir', dataDir];
    const program = spawn(process.execPath, ledger === undefined ? args : [...args, '--ledger', ledger], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(program);
    return startRun(program);
  };
  const end = (): void => {
    for (const program of started) program.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { program: { folder, dataDir, start }, end };
}

/** Tests that start the built program as often as they like; whatever still runs at the end is killed. */
export const test = base.extend<{ program: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
  program: async ({}, use) => {
    const { program, end } = newProgram();
    await use(program);
    end();
  },
});
