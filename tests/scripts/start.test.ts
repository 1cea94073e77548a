import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '#scripts/ensure-built.mjs';
import { root } from '#scripts/lib/paths.mjs';

type Started = {
  readonly child: ChildProcess;
  output(): string;
  errors(): string;
  readonly ended: Promise<number | null>;
};

let folder: string;
let started: Started | null = null;

beforeAll(() => ensureBuilt(), 120_000);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
  // Stands in for a browser: notes how it was called, and stays until it is ended.
  const browser = `#!/bin/sh\necho "$@" > '${folder}/window-arguments'\necho $$ > '${folder}/window-pid'\nexec sleep 300\n`;
  writeFileSync(path.join(folder, 'browser'), browser);
  chmodSync(path.join(folder, 'browser'), 0o755);
});

afterEach(async () => {
  started?.child.kill('SIGTERM');
  await started?.ended;
  started = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Runs npm start's script with data and profile in the temporary folder. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, npm_lifecycle_event: _event, ...rest } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs'), ...args], {
    env: { ...rest, HOME: folder, XDG_DATA_HOME: path.join(folder, 'data'), INIT_CWD: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seen = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    seen.output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    seen.errors += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  started = { child, output: () => seen.output, errors: () => seen.errors, ended };
  return started;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}

function address(run: Started): string {
  return /^READY (http:\/\/127\.0\.0\.1:\d+)/m.exec(run.output())?.[1] ?? '';
}

async function windowOpened(): Promise<number> {
  await until(() => existsSync(path.join(folder, 'window-pid')));
  await until(() => readFileSync(path.join(folder, 'window-pid'), 'utf8') !== '');
  return Number(readFileSync(path.join(folder, 'window-pid'), 'utf8'));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const shown = () => ({ DISPLAY: ':0', KYODO_BROWSER: path.join(folder, 'browser') });

describe('npm start in the browser shell', () => {
  it('prints READY once, serves without a window, and stops on SIGTERM', async () => {
    const run = start(['--browser', '--no-open'], shown());
    await until(() => address(run) !== '');
    const url = address(run);
    expect(await answers(url)).toBe(true);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(run.output().match(/^READY /gm)).toHaveLength(1);
    expect(await answers(url)).toBe(false);
    expect(existsSync(path.join(folder, 'window-pid'))).toBe(false);
  });

  it('says where to go by hand when there is no display, and keeps serving', async () => {
    const run = start(['--browser']);
    await until(() => run.errors().includes('次の URL をブラウザで開いてください'));
    expect(run.errors()).toContain(address(run));
    expect(await answers(address(run))).toBe(true);
  });

  it('opens an application window with a profile of its own, and ends when that is closed', async () => {
    const run = start(['--browser'], shown());
    const window = await windowOpened();
    const given = readFileSync(path.join(folder, 'window-arguments'), 'utf8');
    expect(given).toContain(`--app=${address(run)}`);
    expect(given).toContain(`--user-data-dir=${path.join(folder, 'data/kyodo-daicho/browser-window/1')}`);
    process.kill(window, 'SIGKILL');
    expect(await run.ended).toBe(0);
    expect(await answers(address(run))).toBe(false);
  });

  it('closes the window on Ctrl+C', async () => {
    const run = start(['--browser'], shown());
    const window = await windowOpened();
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await until(() => !isRunning(window));
    expect(await answers(address(run))).toBe(false);
  });

  it('serves on even when the browser cannot open a window', async () => {
    writeFileSync(path.join(folder, 'browser'), '#!/bin/sh\nexit 1\n');
    const run = start(['--browser'], shown());
    await until(() => run.errors().includes('ブラウザの画面を開けませんでした'));
    expect(await answers(address(run))).toBe(true);
  });

  it('leaves no server behind when it is ended by force', async () => {
    const run = start(['--browser', '--no-open']);
    await until(() => address(run) !== '');
    run.child.kill('SIGKILL');
    await run.ended;
    const url = address(run);
    let alive = true;
    while (alive) alive = await answers(url);
    expect(alive).toBe(false);
  });

  it('refuses an option it does not know, with the usage', async () => {
    const run = start(['--fast']);
    expect(await run.ended).toBe(1);
    expect(run.errors()).toContain('分からない指定です: --fast');
    expect(run.output()).toBe('');
  });
});
