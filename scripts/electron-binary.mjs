import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, toolNode } from './lib/paths.mjs';
import { runStep } from './lib/run-step.mjs';

export const FETCH_LIMIT_SECONDS = 60;
const REMEMBER_MS = 24 * 60 * 60 * 1000;

/**
 * The Electron program on disk, or null. Looks at files only: `require('electron')` would start a download, synchronously
 * and without a limit. path.txt is the last file Electron's installer writes, so a half-unpacked dist does not count.
 * @param {{ folder?: string, env?: NodeJS.ProcessEnv }} [where] the electron package's folder
 * @returns {string | null}
 */
export function electronBinary({ folder = path.join(root, 'node_modules/electron'), env = process.env } = {}) {
  try {
    const program = readFileSync(path.join(folder, 'path.txt'), 'utf8').trim();
    const dist = env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(folder, 'dist');
    const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    if (version !== packageVersion(folder)) return null;
    const file = path.join(dist, program);
    accessSync(file, constants.X_OK);
    return file;
  } catch {
    return null;
  }
}

/**
 * Downloads Electron with its own installer, which keeps a cache and checks the hash; ended when the time is over.
 * @param {{ onTick: (seconds: number) => void, limitSeconds?: number, folder?: string }} options
 * @returns {Promise<'fetched' | 'timed-out' | 'failed'>}
 */
export async function fetchElectron({ onTick, limitSeconds = FETCH_LIMIT_SECONDS, folder }) {
  const home = folder ?? path.join(root, 'node_modules/electron');
  const installer = path.join(home, 'install.js');
  const node = toolNode() ?? process.execPath;
  if (!existsSync(installer)) return 'failed';
  const result = await runStep({
    command: node,
    args: [installer],
    limitMs: limitSeconds * 1000,
    onTick,
    tickMs: 5_000,
  });
  if (result.timedOut) return 'timed-out';
  return result.ok && electronBinary({ folder: home }) !== null ? 'fetched' : 'failed';
}

/**
 * Remembers failed downloads, so that a PC behind a closed network does not wait a minute at every start.
 * @param {string} file
 */
export function fetchMemory(file = path.join(root, '.cache/electron-fetch-failed.json')) {
  return {
    /** Whether a download of this version failed within the last day. @param {string} version */
    failedRecently(version, now = Date.now()) {
      try {
        const failure = JSON.parse(readFileSync(file, 'utf8'));
        const age = now - failure.at;
        return failure.version === version && age >= 0 && age < REMEMBER_MS;
      } catch {
        return false;
      }
    },
    /** @param {string} version */
    remember(version, now = Date.now()) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ version, at: now }));
    },
    forget() {
      rmSync(file, { force: true });
    },
  };
}

/** @returns {string} the version package.json asks for */
export function packageVersion(folder = path.join(root, 'node_modules/electron')) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}
