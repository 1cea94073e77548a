import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** The built browser shell, running. Times are of the wall clock (Date.now). */
export type Running = {
  readonly url: string;
  readonly startedAt: number;
  readonly readyAt: number;
  /** Memory of the server process in MB: resident now, and at its highest. */
  memory(): { readonly now: number; readonly peak: number };
  stop(): Promise<void>;
};

/** Starts `out/main/browser.js` with a ledger and waits for its READY line. */
export async function startProgram(ledger: string, dataDir: string): Promise<Running> {
  const startedAt = Date.now();
  const args = [path.join(root, 'out/main/browser.js'), '--ledger', ledger, '--data-dir', dataDir];
  const program = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await readyLine(program);
  const readyAt = Date.now();
  return {
    url,
    startedAt,
    readyAt,
    memory: () => memoryOf(program.pid ?? 0),
    stop: async () => {
      const exit = once(program, 'exit');
      program.kill('SIGTERM');
      await exit;
    },
  };
}

function readyLine(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout?.on('data', (data) => {
      printed += String(data);
      const url = /^READY (\S+)$/m.exec(printed)?.[1];
      if (url !== undefined) resolve(url);
    });
    program.once('exit', () => reject(new Error('the program ended before it was ready')));
  });
}

function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}
