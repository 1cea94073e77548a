import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryLock, withLock } from '#scripts/lib/lock.mjs';

const lockModule = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/lib/lock.mjs')).href;
let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
  lock = path.join(folder, 'locks/install');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock between two starts', () => {
  it('is given to one only, and again after it was given back', () => {
    const held = tryLock(lock);
    expect(held).not.toBeNull();
    expect(tryLock(lock)).toBeNull();
    held?.release();
    const again = tryLock(lock);
    expect(again).not.toBeNull();
    again?.release();
    expect(existsSync(lock)).toBe(false);
  });

  it('is taken over from a process that died', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    mkdirSync(lock, { recursive: true });
    writeFileSync(path.join(lock, 'holder'), String(dead));
    const held = tryLock(lock);
    expect(held).not.toBeNull();
    held?.release();
  });

  it('lasts as long as the process it was handed to', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const held = tryLock(lock);
    held?.handTo(child.pid ?? 0);
    expect(tryLock(lock)).toBeNull();
    child.kill();
    await new Promise((resolve) => child.once('exit', resolve));
    const again = tryLock(lock);
    expect(again).not.toBeNull();
    again?.release();
    held?.release();
  });

  it('is given back when the work fails', async () => {
    const work = withLock(
      lock,
      () => {},
      () => Promise.reject(new Error('no network')),
    );
    await expect(work).rejects.toThrow('no network');
    expect(existsSync(lock)).toBe(false);
  });

  it('lets five processes work one after the other, even when they find a dead lock', async () => {
    mkdirSync(lock, { recursive: true });
    writeFileSync(path.join(lock, 'holder'), String(spawnSync(process.execPath, ['-e', '']).pid));
    const diary = path.join(folder, 'diary');
    writeFileSync(diary, '');
    const program = `
      import { appendFileSync } from 'node:fs';
      import { withLock } from ${JSON.stringify(lockModule)};
      await withLock(${JSON.stringify(lock)}, () => {}, async () => {
        appendFileSync(${JSON.stringify(diary)}, 'in ');
        await new Promise((resolve) => setTimeout(resolve, 50));
        appendFileSync(${JSON.stringify(diary)}, 'out ');
      });`;
    const workers = [1, 2, 3, 4, 5].map(
      () =>
        new Promise((resolve) => {
          spawn(process.execPath, ['--input-type=module', '-e', program]).on('exit', resolve);
        }),
    );
    expect(await Promise.all(workers)).toEqual([0, 0, 0, 0, 0]);
    expect(readFileSync(diary, 'utf8')).toBe('in out '.repeat(5));
  });
});
