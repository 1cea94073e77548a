import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { messages } from '../lib/messages.mjs';
import { root, toolNode } from '../lib/paths.mjs';
import { Refusal } from '../lib/say.mjs';

/** A working day before the register is renewed: there is something to do on every screen. */
export const pictureTime = '2026-03-12T10:32:00+09:00';

const env = { ...process.env, TZ: 'Asia/Tokyo', KYODO_CLOCK: pictureTime };
const clock = ['--import', pathToFileURL(path.join(root, 'scripts/screenshots/fixed-clock.mjs')).href];

function node() {
  const file = toolNode();
  if (file === null) throw new Refusal(messages.nodeMissing);
  return file;
}

/**
 * A ledger that took these files in.
 * @param {{ readonly ledger: string, readonly dataDir: string, readonly files: readonly string[] }} wish
 */
export function prepareLedger({ ledger, dataDir, files }) {
  const args = [...clock, 'out/main/cli.js', 'import', ...files, '--ledger', ledger, '--data-dir', dataDir];
  execFileSync(node(), args, { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * Starts the built browser shell.
 * @param {readonly string[]} options
 * @returns {Promise<{ readonly url: string, readonly stop: () => Promise<void> }>}
 */
export async function startProgram(options) {
  const args = [...clock, 'out/main/browser.js', '--port', '0', ...options];
  const child = spawn(node(), args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let printed = '';
  while (!printed.endsWith('\n')) {
    const [data] = await Promise.race([once(child.stdout, 'data'), exit.then(() => ['\n'])]);
    printed += String(data);
  }
  return {
    url: printed.replace(/^READY /u, '').trim(),
    stop: async () => {
      child.kill('SIGTERM');
      await exit;
    },
  };
}
