import { mkdirSync, realpathSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tryLock } from '../lib/lock.mjs';

/** More windows at once than anyone opens; each needs a profile of its own. */
const PROFILES = 20;

/**
 * A browser profile of our own, not in use by another run. With a profile of its own the window is a process of its own, so
 * that its end means the window was closed, and nothing of the user's bookmarks or extensions gets in.
 * @param {string} browser
 * @returns {{ readonly folder: string, readonly held: import('../lib/lock.mjs').Held } | null}
 */
export function takeProfile(browser) {
  const base = path.join(profileBase(browser), 'browser-window');
  for (let number = 1; number <= PROFILES; number += 1) {
    const held = tryLock(path.join(base, `${number}.lock`));
    if (held === null) continue;
    const folder = path.join(base, String(number));
    mkdirSync(folder, { recursive: true });
    return { folder, held };
  }
  return null;
}

/**
 * @param {string} browser
 * @param {{ env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform, home?: string }} [where]
 */
export function profileBase(browser, { env = process.env, platform = process.platform, home = os.homedir() } = {}) {
  if (platform === 'win32') {
    return path.win32.join(env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local'), 'kyodo-daicho');
  }
  if (platform === 'darwin') return path.posix.join(home, 'Library', 'Application Support', 'kyodo-daicho');
  // A browser packed as a snap may write neither hidden folders of the home nor /tmp.
  if (isSnap(browser)) return path.posix.join(home, 'snap', 'chromium', 'common', 'kyodo-daicho');
  return path.posix.join(env['XDG_DATA_HOME'] || path.posix.join(home, '.local', 'share'), 'kyodo-daicho');
}

/** @param {string} browser */
function isSnap(browser) {
  if (browser.startsWith('/snap/')) return true;
  try {
    return realpathSync(browser).endsWith('/snap');
  } catch {
    return false;
  }
}
