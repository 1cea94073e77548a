import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '#scripts/lib/paths.mjs';
import { runElectron } from '#scripts/start/electron-shell.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'electron-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands in for the Electron program. */
function program(...lines: readonly string[]): string {
  const file = path.join(folder, 'electron');
  writeFileSync(file, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('running Electron', () => {
  it('gives it this project and the ledger, and ends when its window is closed', async () => {
    const electron = program(`echo "$@" > '${folder}/arguments'`);
    expect(await runElectron(electron, '/data/台帳.daicho')).toBe('ended');
    expect(readFileSync(path.join(folder, 'arguments'), 'utf8')).toContain(`${root} --ledger /data/台帳.daicho`);
  });

  it('says when it could not show a window, so that the browser shell can take over', async () => {
    expect(await runElectron(program('exit 127'), null)).toBe('did-not-start');
    expect(await runElectron(path.join(folder, 'missing'), null)).toBe('did-not-start');
  });

  it('does not let it run as a mere Node, as terminals of editors would have it', async () => {
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    const electron = program(`env > '${folder}/environment'`);
    await runElectron(electron, null);
    delete process.env['ELECTRON_RUN_AS_NODE'];
    expect(readFileSync(path.join(folder, 'environment'), 'utf8')).not.toContain('ELECTRON_RUN_AS_NODE');
  });
});
