import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, and what removes it. */
export function createFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-test-'));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder of this test's own, removed after it. */
export function temporaryFolder(): string {
  const folder = createFolder();
  onTestFinished(folder.remove);
  return folder.path;
}
