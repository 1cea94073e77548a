import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { endGently, endTree, ownGroup } from './process-tree.mjs';
import { onStopRequest } from './stop-request.mjs';

/**
 * @typedef {object} Step
 * @property {string} command
 * @property {readonly string[]} args
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {NodeJS.WritableStream} [echo] where the output also goes while it comes
 * @property {number} [limitMs] after this the step and all it started are ended
 * @property {(seconds: number) => void} [onTick] called every `tickMs` while the step runs
 * @property {number} [tickMs]
 * @property {boolean} [shell]
 *
 * @typedef {object} StepResult
 * @property {boolean} ok
 * @property {boolean} timedOut
 * @property {string} output the last part of what it printed
 * @property {number} milliseconds
 */

const KEPT_CHARACTERS = 20_000;

/**
 * Runs a program to its end without ever hanging: its output is kept, its time limited, and it ends when we are told to.
 * @param {Step} step
 * @returns {Promise<StepResult>}
 */
export async function runStep(step) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const child = spawn(step.command, [...step.args], {
    cwd: root,
    env: { ...process.env, ...step.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    windowsHide: true,
    shell: step.shell ?? false,
  });
  let output = '';
  let timedOut = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-KEPT_CHARACTERS);
      step.echo?.write(text);
    });
  }
  const ticking = setInterval(() => step.onTick?.(seconds()), step.tickMs ?? 10_000);
  const limit = setTimeout(
    () => {
      timedOut = true;
      endTree(child, 'SIGKILL');
    },
    step.limitMs ?? 2 ** 31 - 1,
  );
  const stopForwarding = endWithUs(child);
  const ok = await succeeded(child);
  clearInterval(ticking);
  clearTimeout(limit);
  stopForwarding();
  return { ok, timedOut, output, milliseconds: Date.now() - started };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<boolean>}
 */
function succeeded(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    // `close` would wait for whoever inherited the pipes; a killed tree may leave one behind.
    child.once('exit', (code) => setTimeout(() => resolve(code === 0), 50));
  });
}

/**
 * The child leads a process group of its own, so Ctrl+C does not reach it by itself.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithUs(child) {
  return onStopRequest(async () => {
    await endGently(child, 3_000);
    process.exit(1);
  });
}
