import { spawn } from 'node:child_process';
import { messages } from '../lib/messages.mjs';
import { root } from '../lib/paths.mjs';
import { endGently, exited, ownGroup } from '../lib/process-tree.mjs';
import { say } from '../lib/say.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';

/** An Electron that ends with an error this soon never showed a window (no sandbox allowed, a library missing …). */
const START_FAILURE_MS = 5_000;

/**
 * Runs Electron until its window is closed or we are told to stop.
 * @param {string} program
 * @param {string | null} ledger
 * @returns {Promise<'ended' | 'did-not-start'>}
 */
export async function runElectron(program, ledger) {
  const started = Date.now();
  // Editors set ELECTRON_RUN_AS_NODE in their terminals; with it Electron would be a mere Node.
  const { ELECTRON_RUN_AS_NODE: _ignored, ...env } = process.env;
  const child = spawn(program, [...rootFlags(), root, ...(ledger === null ? [] : ['--ledger', ledger])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: ownGroup,
    env,
  });
  let failedToSpawn = false;
  let stopped = false;
  child.once('error', () => {
    failedToSpawn = true;
  });
  const stopListening = onStopRequest(async () => {
    stopped = true;
    say(messages.stopping);
    await endGently(child, 8_000);
  });
  await Promise.race([exited(child), new Promise((resolve) => child.once('error', resolve))]);
  stopListening();
  if (stopped) return 'ended';
  const failed = failedToSpawn || child.exitCode !== 0;
  if (failed && Date.now() - started < START_FAILURE_MS) return 'did-not-start';
  process.exitCode = child.exitCode ?? 1;
  return 'ended';
}

/** Chromium refuses to run as root with its sandbox; nobody but a container does so. */
function rootFlags() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
