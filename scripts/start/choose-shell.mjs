import {
  FETCH_LIMIT_SECONDS,
  electronBinary,
  fetchElectron,
  fetchMemory,
  packageVersion,
} from '../electron-binary.mjs';
import { messages } from '../lib/messages.mjs';
import { Refusal, say } from '../lib/say.mjs';

/** Whether a window can be shown at all. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * The Electron program to use, or null for the browser shell.
 * @param {'auto' | 'electron' | 'browser'} wanted
 * @returns {Promise<string | null>}
 */
export async function chooseElectron(wanted) {
  if (wanted === 'browser') return null;
  if (!hasDisplay()) {
    if (wanted === 'electron') throw new Refusal(messages.electronNeedsDisplay);
    return null;
  }
  const present = electronBinary();
  if (present !== null) return present;
  await tryFetch(wanted);
  const fetched = electronBinary();
  if (fetched === null && wanted === 'electron') throw new Refusal(messages.electronUnavailable);
  return fetched;
}

/** @param {'auto' | 'electron'} wanted */
async function tryFetch(wanted) {
  const memory = fetchMemory();
  const version = packageVersion();
  if (wanted === 'auto' && memory.failedRecently(version)) return say(messages.electronFailedBefore);
  say(messages.fetchingElectron(FETCH_LIMIT_SECONDS));
  const outcome = await fetchElectron({
    onTick: (seconds) => say(messages.stillFetchingElectron(seconds, FETCH_LIMIT_SECONDS)),
  });
  if (outcome === 'fetched') {
    memory.forget();
    return say(messages.electronFetched);
  }
  memory.remember(version);
  if (wanted === 'auto') say(outcome === 'timed-out' ? messages.electronTimedOut : messages.electronFetchFailed);
}
