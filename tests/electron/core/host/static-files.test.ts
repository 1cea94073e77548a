import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findStaticFile, loadStaticFiles } from '#core/host/static-files.ts';
import { temporaryFolder } from '#tests/helpers/shells/temporary-folder.ts';

test('the built screen is known by the paths of its files; files of other kinds are not served', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'assets'));
  for (const name of ['index.html', 'assets/main-Ab12Cd34.js', 'assets/logo.svg', 'notes.exe', 'main.js.map']) {
    writeFileSync(path.join(folder, name), name);
  }
  const files = loadStaticFiles(folder);
  expect([...files.keys()].toSorted()).toEqual(['/assets/logo.svg', '/assets/main-Ab12Cd34.js', '/index.html']);
  expect(findStaticFile(files, '/')?.body.toString()).toBe('index.html');
  expect(findStaticFile(files, '/assets/main-Ab12Cd34.js')?.immutable).toBe(true);
  expect(findStaticFile(files, '/assets/logo.svg')?.immutable).toBe(false);
  expect(findStaticFile(files, '/../index.html')).toBeNull();
});
