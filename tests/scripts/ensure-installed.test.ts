import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInstalled, recordMatchesLock } from '#scripts/ensure-installed.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
  },
};
let folder: string;

function write(file: string, content: unknown): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), JSON.stringify(content));
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'project-'));
  write('package-lock.json', lock);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('whether an install is needed', () => {
  it('is needed in a clean clone', () => {
    expect(isInstalled(folder)).toBe(false);
  });

  it('is needed when the last install was cut short: npm writes its record last', () => {
    write('node_modules/node/bin/node', '');
    expect(isInstalled(folder)).toBe(false);
  });

  it('is needed when Node 24 was not fetched', () => {
    write('node_modules/.package-lock.json', lock);
    expect(isInstalled(folder)).toBe(false);
  });

  it('is not needed after an npm ci, whoever ran it', () => {
    write('node_modules/node/bin/node', '');
    write('node_modules/.package-lock.json', lock);
    expect(isInstalled(folder)).toBe(true);
  });

  it('is needed again when package-lock.json names another version', () => {
    write('node_modules/node/bin/node', '');
    write('node_modules/.package-lock.json', lock);
    expect(isInstalled(folder)).toBe(true);
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/zod': { version: '4.7.0' } } });
    expect(isInstalled(folder)).toBe(false);
  });

  it('accepts that a package for another platform was left out, but no other', () => {
    expect(recordMatchesLock({ packages: { 'node_modules/zod': { version: '4.6.7' } } }, lock)).toBe(true);
    expect(recordMatchesLock({ packages: { 'node_modules/only-on-windows': { version: '1.0.0' } } }, lock)).toBe(false);
  });
});
