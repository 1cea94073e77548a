import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Place where to look
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 *
 * @typedef {{ readonly kind: 'found', readonly file: string }
 *   | { readonly kind: 'none' }
 *   | { readonly kind: 'override-missing', readonly file: string }} Found
 */

/**
 * Finds an installed browser that can show an application window: Edge first where Windows brings it, then Chrome, then
 * Chromium. KYODO_BROWSER names another one.
 * @param {Partial<Place> & { readonly exists?: (file: string) => boolean }} [where]
 * @returns {Found}
 */
export function findBrowser({ env = process.env, platform = process.platform, exists = isExecutable } = {}) {
  const override = env['KYODO_BROWSER'];
  if (override)
    return exists(override) ? { kind: 'found', file: override } : { kind: 'override-missing', file: override };
  const file = browserCandidates({ env, platform }).find(exists);
  return file === undefined ? { kind: 'none' } : { kind: 'found', file };
}

/**
 * Where browsers are installed, best first.
 * @param {Place} where
 * @returns {readonly string[]}
 */
export function browserCandidates({ env, platform }) {
  if (platform === 'win32') return windowsCandidates(env);
  if (platform === 'darwin') return macCandidates(env);
  return linuxCandidates(env);
}

/** @param {NodeJS.ProcessEnv} env */
function windowsCandidates(env) {
  const bases = [env['ProgramFiles(x86)'], env['ProgramFiles'], env['LOCALAPPDATA']].filter(
    (base) => base !== undefined,
  );
  const programs = [
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
  ];
  return programs.flatMap((program) => bases.map((base) => path.win32.join(base, ...program)));
}

/** @param {NodeJS.ProcessEnv} env */
function macCandidates(env) {
  const home = env['HOME'];
  const bases = ['/Applications', ...(home ? [path.posix.join(home, 'Applications')] : [])];
  const names = ['Microsoft Edge', 'Google Chrome', 'Chromium'];
  return names.flatMap((name) => bases.map((base) => `${base}/${name}.app/Contents/MacOS/${name}`));
}

/** @param {NodeJS.ProcessEnv} env */
function linuxCandidates(env) {
  const folders = (env['PATH'] ?? '').split(':').filter(Boolean);
  const names = [
    'microsoft-edge-stable',
    'microsoft-edge',
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
  ];
  const onPath = names.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  return [...onPath, '/opt/microsoft/msedge/msedge', '/opt/google/chrome/chrome', '/snap/bin/chromium'];
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
