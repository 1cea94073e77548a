import { spawn } from 'node:child_process';
import { ownGroup } from '../lib/process-tree.mjs';
import { takeProfile } from './window-profile.mjs';

/**
 * Opens the page as an application window: no address bar, own profile, own process.
 * @param {string} browser
 * @param {string} url
 * @returns {import('node:child_process').ChildProcess | null}
 */
export function openAppWindow(browser, url) {
  const profile = takeProfile(browser);
  if (profile === null) return null;
  const child = spawn(browser, windowArguments(url, profile.folder), { stdio: 'ignore', detached: ownGroup });
  // A window that outlives us keeps its profile: a second browser on it would only hand over to the first and end.
  if (child.pid !== undefined) profile.held.handTo(child.pid);
  child.once('exit', profile.held.release);
  child.once('error', profile.held.release);
  return child;
}

/**
 * Nothing the browser does by itself may leave this machine, and it must not stay behind when its window closes.
 * @param {string} url
 * @param {string} profile
 * @returns {readonly string[]}
 */
function windowArguments(url, profile) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-features=Translate,MediaRouter,OptimizationHints,msEdgeSidebarV2',
    '--disable-sync',
    '--no-pings',
    '--hide-crash-restore-bubble',
    '--lang=ja',
    '--window-size=1366,768',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
