import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary, fetchElectron, fetchMemory } from '#scripts/electron-binary.mjs';

const DAY = 24 * 60 * 60 * 1000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-package-'));
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'electron', version: '45.4.1' }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The files Electron's installer leaves, path.txt last. */
function unpack({ into = path.join(folder, 'dist'), version = '45.4.1', finished = true } = {}): string {
  mkdirSync(into, { recursive: true });
  writeFileSync(path.join(into, 'version'), version);
  writeFileSync(path.join(into, 'electron'), '');
  chmodSync(path.join(into, 'electron'), 0o755);
  if (finished) writeFileSync(path.join(folder, 'path.txt'), 'electron');
  return path.join(into, 'electron');
}

describe('looking for the Electron program', () => {
  it('finds it where the installer unpacked it', () => {
    const program = unpack();
    expect(electronBinary({ folder, env: {} })).toBe(program);
  });

  it('finds it in the dist folder named by ELECTRON_OVERRIDE_DIST_PATH', () => {
    const elsewhere = path.join(folder, 'elsewhere');
    const program = unpack({ into: elsewhere });
    expect(electronBinary({ folder, env: { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } })).toBe(program);
  });

  it('finds nothing where it was never fetched', () => {
    expect(electronBinary({ folder, env: {} })).toBeNull();
  });

  it('finds nothing where the package itself is missing', () => {
    expect(electronBinary({ folder: path.join(folder, 'missing'), env: {} })).toBeNull();
  });

  it('does not take a download that was cut short while unpacking', () => {
    unpack({ finished: false });
    expect(electronBinary({ folder, env: {} })).toBeNull();
  });

  it('does not take another version than package.json asks for', () => {
    unpack({ version: '44.0.0' });
    expect(electronBinary({ folder, env: {} })).toBeNull();
  });
});

describe('fetching Electron', () => {
  /** Stands in for electron/install.js, which would need the network. */
  function installer(source: string): void {
    writeFileSync(path.join(folder, 'install.js'), source);
  }

  it('reports what the installer fetched', async () => {
    installer(`
      const fs = require('node:fs'), path = require('node:path');
      fs.mkdirSync(path.join(__dirname, 'dist'));
      fs.writeFileSync(path.join(__dirname, 'dist/version'), '45.4.1');
      fs.writeFileSync(path.join(__dirname, 'dist/electron'), '', { mode: 0o755 });
      fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`);
    expect(await fetchElectron({ folder, onTick: () => {} })).toBe('fetched');
  });

  it('reports an installer that failed', async () => {
    installer('process.exit(1)');
    expect(await fetchElectron({ folder, onTick: () => {} })).toBe('failed');
  });

  it('does not believe an installer that left nothing behind', async () => {
    installer('process.exit(0)');
    expect(await fetchElectron({ folder, onTick: () => {} })).toBe('failed');
  });

  it('ends an installer that hangs, with all it started, when the time is over', async () => {
    const sign = path.join(folder, 'survived');
    const child = `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(sign)}, ''), 2500)`;
    installer(`
      require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
      setInterval(() => {}, 1000);`);
    expect(await fetchElectron({ folder, limitSeconds: 1, onTick: () => {} })).toBe('timed-out');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(existsSync(sign)).toBe(false);
  });
});

describe('remembering a failed download', () => {
  const now = Date.UTC(2026, 3, 1);
  const memory = () => fetchMemory(path.join(folder, 'cache/failed.json'));

  it('has nothing to remember at first', () => {
    expect(memory().failedRecently('45.4.1', now)).toBe(false);
  });

  it('remembers for a day, also over a restart', () => {
    memory().remember('45.4.1', now);
    expect(memory().failedRecently('45.4.1', now + DAY - 1)).toBe(true);
    expect(memory().failedRecently('45.4.1', now + DAY)).toBe(false);
  });

  it('tries again for another version of Electron', () => {
    memory().remember('45.4.1', now);
    expect(memory().failedRecently('46.0.0', now)).toBe(false);
  });

  it('tries again when the clock was turned back before the failure', () => {
    memory().remember('45.4.1', now);
    expect(memory().failedRecently('45.4.1', now - DAY)).toBe(false);
  });

  it('forgets after a success', () => {
    memory().remember('45.4.1', now);
    memory().forget();
    expect(memory().failedRecently('45.4.1', now)).toBe(false);
  });

  it('takes a damaged memory for none', () => {
    memory().remember('45.4.1', now);
    writeFileSync(path.join(folder, 'cache/failed.json'), '{');
    expect(memory().failedRecently('45.4.1', now)).toBe(false);
  });
});
