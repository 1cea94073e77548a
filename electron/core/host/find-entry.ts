import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Programs of their own that the shells start, by their place in electron/core and their name in out/main. */
const entries = {
  worker: { source: ['..', 'worker'], built: 'core-worker' },
  verifier: { source: ['..', 'backup', 'verifier'], built: 'backup-verifier' },
  parser: { source: ['..', 'excel', 'read', 'parser-process'], built: 'parser-process' },
} as const;

/**
 * Where such a program lies: its source when running from source, its bundle beside (or above) the importing chunk when
 * built. The path is put together at run time, else the bundler takes it for an asset and copies the TypeScript.
 */
export function findEntry(entry: keyof typeof entries, from: string = import.meta.url): URL {
  const { source, built } = entries[entry];
  if (from.endsWith('.ts')) return new URL(`${source.join('/')}.ts`, from);
  const candidates = ['./', '../'].map((folder) => new URL(`${folder}${built}.js`, from));
  const found = candidates.find((candidate) => existsSync(fileURLToPath(candidate)));
  if (found === undefined) throw new Error(`${built}.js is not beside the program`);
  return found;
}
