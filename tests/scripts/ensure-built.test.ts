import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '#scripts/ensure-built.mjs';

let folder: string;
const sources = ['shared', 'package.json'];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sources-'));
  mkdirSync(path.join(folder, 'shared/domain'), { recursive: true });
  writeFileSync(path.join(folder, 'shared/domain/marks.ts'), 'export const marks = 4;');
  writeFileSync(path.join(folder, 'package.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the fingerprint of the sources', () => {
  it('is the same for a copy with other times', () => {
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    utimesSync(path.join(copy, 'package.json'), new Date(0), new Date(0));
    expect(fingerprint(copy, sources)).toBe(fingerprint(folder, sources));
    rmSync(copy, { recursive: true });
  });

  it('changes with a file that is edited, added, renamed or removed', () => {
    const seen = new Set([fingerprint(folder, sources)]);
    const file = path.join(folder, 'shared/domain/marks.ts');
    writeFileSync(file, 'export const marks = 5;');
    seen.add(fingerprint(folder, sources));
    writeFileSync(path.join(folder, 'shared/empty.ts'), '');
    seen.add(fingerprint(folder, sources));
    renameSync(file, path.join(folder, 'shared/domain/mark.ts'));
    seen.add(fingerprint(folder, sources));
    rmSync(path.join(folder, 'shared/domain'), { recursive: true });
    seen.add(fingerprint(folder, sources));
    expect(seen.size).toBe(5);
  });

  it('does not change with a file that the build does not read', () => {
    const before = fingerprint(folder, sources);
    writeFileSync(path.join(folder, 'README.md'), '');
    expect(fingerprint(folder, sources)).toBe(before);
  });
});
