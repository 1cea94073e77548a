import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../find-browser.mjs';
import { messages } from '../lib/messages.mjs';
import { root, toolNode } from '../lib/paths.mjs';
import { endGently, exited, ownGroup } from '../lib/process-tree.mjs';
import { Refusal, say } from '../lib/say.mjs';
import { openAppWindow } from './app-window.mjs';
import { hasDisplay } from './choose-shell.mjs';
import { onStopRequest } from '../lib/stop-request.mjs';

/** A browser that ends by itself with an error this soon never showed a window. */
const WINDOW_FAILURE_MS = 3_000;
const SERVER_PATIENCE_MS = 8_000;
const WINDOW_PATIENCE_MS = 3_000;

/**
 * Serves the program on this machine's own address until its window is closed or we are told to stop.
 * @param {import('./options.mjs').StartOptions} options
 */
export async function runBrowserShell(options) {
  const server = startServer(options);
  /** @type {import('node:child_process').ChildProcess | null} */
  let window = null;
  let stopping = false;
  /** @param {string} reason */
  const stop = async (reason) => {
    if (stopping) return;
    stopping = true;
    say(reason);
    // The window goes first: a page whose server has gone would flash its "connection lost" sign.
    if (window !== null) await endGently(window, WINDOW_PATIENCE_MS);
    // The gentle request that Windows knows too.
    if (server.connected) server.send('stop');
    await endGently(server, SERVER_PATIENCE_MS);
  };
  onStopRequest(() => stop(messages.stopping));
  onReady(server, (url) => {
    process.stdout.write(`READY ${url}\n`);
    if (stopping) return;
    window = showWindow(options, url, (failed) => {
      if (stopping) return;
      if (failed) byHand(url, messages.windowFailed);
      else stop(messages.windowClosed);
    });
  });
  await exited(server);
  if (stopping) return say(messages.stopped);
  // The server ended by itself: its message is on the screen already, and its status is ours.
  if (window !== null) await endGently(window, WINDOW_PATIENCE_MS);
  process.exitCode = server.exitCode ?? 1;
}

/** @param {import('./options.mjs').StartOptions} options */
function startServer({ ledger, port }) {
  const node = toolNode();
  if (node === null) throw new Refusal(messages.nodeMissing);
  const args = [
    path.join(root, 'out/main/browser.js'),
    ...(ledger === null ? [] : ['--ledger', ledger]),
    ...(port === null ? [] : ['--port', String(port)]),
  ];
  // The channel is how we ask it to stop on Windows; its end tells the server that we are gone, even after a SIGKILL.
  return spawn(node, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], detached: ownGroup });
}

/**
 * Passes on what the server prints; the READY line goes to the callback, once.
 * @param {import('node:child_process').ChildProcess} server
 * @param {(url: string) => void} ready
 */
function onReady(server, ready) {
  if (server.stdout === null) return;
  let seen = false;
  createInterface({ input: server.stdout }).on('line', (line) => {
    const url = /^READY (\S+)$/.exec(line)?.[1];
    if (url === undefined) return say(line);
    if (seen) return;
    seen = true;
    ready(url);
  });
}

/**
 * @param {import('./options.mjs').StartOptions} options
 * @param {string} url
 * @param {(failed: boolean) => void} onEnd
 */
function showWindow({ open }, url, onEnd) {
  if (!open || !hasDisplay()) return byHand(url);
  const browser = findBrowser();
  if (browser.kind === 'override-missing') return byHand(url, messages.browserOverrideMissing(browser.file));
  if (browser.kind === 'none') return byHand(url, messages.noBrowser);
  say(messages.openingWindow(browser.file));
  const opened = Date.now();
  const window = openAppWindow(browser.file, url);
  if (window === null) return byHand(url, messages.windowFailed);
  window.once('error', () => onEnd(true));
  window.once('exit', (code) => onEnd(isError(code) && Date.now() - opened < WINDOW_FAILURE_MS));
  return window;
}

/** From 128 on the status names the signal that ended it: no failure, someone closed the window. @param {number | null} code */
function isError(code) {
  return code !== null && code > 0 && code < 128;
}

/**
 * No window: the program still serves, and the user is told where.
 * @param {string} url
 * @param {string} [reason]
 */
function byHand(url, reason) {
  if (reason !== undefined) say(reason);
  say(messages.openByHand(url));
  return null;
}
