import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Runs `work` with a folder of its own on the disk the project is on (a folder for temporary files may lie in memory). */
export async function withFolder<R>(work: (folder: string) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(path.resolve(import.meta.dirname, '../../../.cache/bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
