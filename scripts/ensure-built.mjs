import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { withLock } from './lib/lock.mjs';
import { messages } from './lib/messages.mjs';
import { root, toolNode, toolScript } from './lib/paths.mjs';
import { runStep } from './lib/run-step.mjs';
import { Refusal, say } from './lib/say.mjs';

/** All that decides what the build makes. */
const sources = [
  'shared',
  'db',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

const stamp = path.join(root, 'out/.kyodo-stamp');

/**
 * Builds the program into out/ when its sources changed since the last build.
 * @param {{ readonly force?: boolean }} [options]
 */
export async function ensureBuilt({ force = false } = {}) {
  if (!force && isBuilt()) return;
  await withLock(
    path.join(root, '.cache/locks/build'),
    () => say(messages.waitingForOther),
    async () => {
      if (!force && isBuilt()) return;
      say(messages.building);
      await build();
    },
  );
}

function isBuilt() {
  try {
    return readFileSync(stamp, 'utf8') === fingerprint(root, sources);
  } catch {
    return false;
  }
}

async function build() {
  // First the stamp goes, last it comes: a build cut short is never taken for a whole one.
  rmSync(stamp, { force: true });
  const before = fingerprint(root, sources);
  const node = toolNode();
  if (node === null) throw new Refusal(messages.nodeMissing);
  const result = await runStep({
    command: node,
    args: [toolScript('electron-vite', 'electron-vite'), 'build', '--logLevel', 'warn'],
    onTick: (seconds) => say(messages.stillBuilding(seconds)),
  });
  if (!result.ok) throw new Refusal(messages.buildFailed(stripVTControlCharacters(result.output).trim()));
  writeFileSync(stamp, before);
}

/**
 * One hash over names and contents. Not over times: a checkout or a copy changes those.
 * @param {string} folder
 * @param {readonly string[]} entries files and folders below it
 */
export function fingerprint(folder, entries) {
  const hash = createHash('sha256');
  for (const file of entries.flatMap((entry) => filesBelow(folder, entry))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(folder, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} entry
 * @returns {string[]}
 */
function filesBelow(folder, entry) {
  try {
    const children = readdirSync(path.join(folder, entry)).sort();
    return children.flatMap((child) => filesBelow(folder, `${entry}/${child}`));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [entry];
    throw error;
  }
}
