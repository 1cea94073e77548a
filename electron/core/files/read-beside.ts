import { readFileSync } from 'node:fs';

/**
 * A file that ships with the program: beside the module that asks (`from`: its import.meta.url) in the source; in `folder` beside
 * the bundle, or beside the bundle's chunk folder, once built. null when the installation is incomplete.
 */
export function readBeside(from: string, folder: string, file: string): Uint8Array | null {
  for (const place of ['./', `./${folder}/`, `../${folder}/`]) {
    try {
      return readFileSync(new URL(place + encodeURIComponent(file), from));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return null;
}
