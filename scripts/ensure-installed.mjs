import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lib/lock.mjs';
import { messages } from './lib/messages.mjs';
import { root, toolNode } from './lib/paths.mjs';
import { runStep } from './lib/run-step.mjs';
import { Refusal, say } from './lib/say.mjs';

/** `import.meta` and the libraries used here begin with Node 20. */
const OLDEST_NODE = 20;

/** Runs `npm ci` when what is installed is not what package-lock.json names. Two starts at once install only once. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new Refusal(messages.nodeTooOld(process.version));
  if (isInstalled(root)) return;
  await withLock(
    path.join(root, '.cache/locks/install'),
    () => say(messages.waitingForOther),
    async () => {
      if (isInstalled(root)) return;
      say(messages.installing);
      await install();
      if (toolNode() === null) throw new Refusal(messages.nodeMissing);
      writeFileSync(stampFile(root), lockHash(root));
      say(messages.installed);
    },
  );
}

/**
 * Whether node_modules holds what package-lock.json names. The stamp of an earlier look makes this quick; without it npm's
 * own record of what it installed decides, so that an `npm ci` done by hand is accepted too.
 * @param {string} folder
 */
export function isInstalled(folder) {
  if (toolNode(folder) === null) return false;
  if (readOrNull(stampFile(folder)) === lockHash(folder)) return true;
  const record = readOrNull(path.join(folder, 'node_modules/.package-lock.json'));
  const lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  if (record === null || !recordMatchesLock(JSON.parse(record), JSON.parse(lock))) return false;
  writeFileSync(stampFile(folder), lockHash(folder));
  return true;
}

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lock
 * @param {Lock} record node_modules/.package-lock.json, written by npm as the last step of an install
 * @param {Lock} lock package-lock.json
 */
export function recordMatchesLock(record, lock) {
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true;
    const found = record.packages[place];
    // An optional package is left out where it is built for another platform.
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

async function install() {
  const { command, args, shell } = npmCommand();
  const result = await runStep({ command, args, shell, onTick: (seconds) => say(messages.stillInstalling(seconds)) });
  if (!result.ok) throw new Refusal(messages.installFailed(result.output.trim().split('\n').slice(-12).join('\n')));
}

/**
 * npm is run by the Node it came with, never by the Node inside node_modules: `npm ci` removes that folder first.
 * Where we ourselves run on that inner Node, Windows would refuse the removal, and `npm install` changes only what differs.
 */
function npmCommand(env = process.env) {
  const onInnerNode = process.execPath.startsWith(path.join(root, 'node_modules'));
  const task = onInnerNode && process.platform === 'win32' ? 'install' : 'ci';
  const args = [task, '--no-audit', '--no-fund', '--loglevel=error'];
  const npmScript = env['npm_execpath'];
  const outerNode = env['npm_node_execpath'] ?? (onInnerNode ? undefined : process.execPath);
  if (npmScript?.endsWith('.js') && existsSync(npmScript) && outerNode !== undefined) {
    return { command: outerNode, args: [npmScript, ...args], shell: false };
  }
  return { command: 'npm', args, shell: process.platform === 'win32' };
}

/** @param {string} folder */
function stampFile(folder) {
  return path.join(folder, 'node_modules/.kyodo-stamp');
}

/** @param {string} folder */
function lockHash(folder) {
  const lock = readFileSync(path.join(folder, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** @param {string} file */
function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
