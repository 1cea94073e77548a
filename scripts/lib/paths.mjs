import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. (`import.meta.dirname` is younger than the first Node 20.) */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder the user typed the command in; npm itself changes to the project's folder before it runs a script. */
export function callerFolder(env = process.env) {
  return env['INIT_CWD'] ?? process.cwd();
}

/**
 * Node 24 as installed by npm inside the project. The program and its tools run on it, whatever Node the machine has:
 * better-sqlite3 crashes on Node 20.
 * @returns {string | null} null before the first install
 */
export function toolNode(folder = root) {
  const candidates = ['node', 'node.exe'].map((name) => path.join(folder, 'node_modules/node/bin', name));
  return candidates.find((file) => existsSync(file)) ?? null;
}

/**
 * The script behind a command of an installed package, to be run with `toolNode`. The shims in node_modules/.bin are
 * shell scripts on Windows, and cannot be spawned without a shell.
 * @param {string} packageName
 * @param {string} command
 */
export function toolScript(packageName, command, folder = root) {
  const packageFolder = path.join(folder, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
  return path.join(packageFolder, typeof bin === 'string' ? bin : bin[command]);
}
