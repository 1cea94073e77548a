import { spawn } from 'node:child_process';

/**
 * On POSIX a child that leads its own process group can be ended together with everything it started.
 * On Windows `taskkill /T` walks the tree instead, and a new group would only open another console.
 */
export const ownGroup = process.platform !== 'win32';

/**
 * Ends a child spawned with `detached: ownGroup` and all its descendants. Silent if it is gone already.
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
export function endTree(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (!ownGroup) {
    const force = signal === 'SIGKILL' ? ['/F'] : [];
    spawn('taskkill', ['/PID', String(child.pid), '/T', ...force], { stdio: 'ignore' }).on('error', () => child.kill());
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<void>}
 */
export function exited(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Asks a child to end, and ends it by force when it has not obeyed in time.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} patienceMs
 */
export async function endGently(child, patienceMs) {
  endTree(child, 'SIGTERM');
  const force = setTimeout(() => endTree(child, 'SIGKILL'), patienceMs);
  await exited(child);
  clearTimeout(force);
}
