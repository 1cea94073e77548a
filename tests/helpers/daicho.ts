import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { fixture } from './register-layouts.ts';
import { tempFolder } from './temp-ledger.ts';

const program = path.resolve(import.meta.dirname, '../../electron/cli/main.ts');

export type Answer = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** The command line as a process of its own, with a data folder of its own: `run('summary', ledger, '--json')`. */
export function daicho(folder = tempFolder()) {
  const dataDir = path.join(folder, 'データ');
  const run = (...args: readonly string[]): Answer => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, XDG_DATA_HOME: dataDir },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, stdout, stderr };
  };
  return {
    folder,
    dataDir: path.join(dataDir, 'kyodo-daicho'),
    at: (name: string): string => path.join(folder, name),
    run,
    /** The answer to --json, which must be all that stdout holds. */
    json: (...args: readonly string[]): unknown => JSON.parse(run(...args, '--json').stdout),
  };
}

export const fixturePath = (name: string): string => fileURLToPath(fixture(name));

const holder = `
const { openLedger } = await import(process.argv[1]);
const ledger = openLedger(process.argv[2], { mode: 'write', actor: process.argv[3] });
process.stdout.write('open');
process.stdin.on('end', () => { ledger.close(); process.exit(0); }).resume();
`;

/** Keeps a ledger open for writing in another process until the test ends or the returned function is called. */
export async function holdLedger(file: string, actor: string): Promise<() => Promise<void>> {
  const opener = path.resolve(import.meta.dirname, '../../db/open.ts');
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder, opener, file, actor], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const release = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  onTestFinished(release);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  if (!existsSync(file)) throw new Error('the holder has no ledger');
  return release;
}
