import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HEARTBEAT_MS = 2_000;
/** Longer than any stall of a busy machine: the holder touches its file every two seconds. */
const ABANDONED_MS = 60_000;
const UNFINISHED_MS = 10_000;
/** After the process id: nobody keeps the file young, the life of that process alone decides. */
const HANDED = ' handed';

/**
 * @typedef {object} Held
 * @property {() => void} release
 * @property {(pid: number) => void} handTo makes the lock last as long as that process, even when we are gone
 */

/**
 * A lock between processes: a folder, because mkdir is atomic everywhere. Its holder writes its process id and keeps the
 * file young; a lock whose holder died is broken by the next who asks.
 * @param {string} folder
 * @returns {Held | null} null if someone alive holds it
 */
export function tryLock(folder) {
  mkdirSync(path.dirname(folder), { recursive: true });
  if (!makeFolder(folder)) {
    if (!isAbandoned(folder)) return null;
    breakAbandoned(folder);
    if (!makeFolder(folder)) return null;
  }
  return hold(folder);
}

/**
 * Runs `work` while holding the lock, waiting as long as someone alive holds it.
 * @template T
 * @param {string} folder
 * @param {() => void} onWait called once, when the lock is not free at once
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, onWait, work) {
  let held = tryLock(folder);
  if (held === null) onWait();
  while (held === null) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    held = tryLock(folder);
  }
  try {
    return await work();
  } finally {
    held.release();
  }
}

/**
 * @param {string} folder
 * @returns {Held}
 */
function hold(folder) {
  const holder = path.join(folder, 'holder');
  writeFileSync(holder, String(process.pid));
  const heartbeat = setInterval(() => {
    try {
      utimesSync(holder, new Date(), new Date());
    } catch {
      // The folder was removed under us (someone cleaned .cache); the work itself can go on.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.removeListener('exit', release);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', release);
  const handTo = (/** @type {number} */ pid) => {
    process.removeListener('exit', release);
    clearInterval(heartbeat);
    writeFileSync(holder, `${pid}${HANDED}`);
  };
  return { release, handTo };
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** @param {string} folder */
function isAbandoned(folder) {
  const holder = path.join(folder, 'holder');
  try {
    const text = readFileSync(holder, 'utf8');
    const pid = Number.parseInt(text, 10);
    if (pid > 0) return !isAlive(pid) || (!text.endsWith(HANDED) && ageOf(holder) > ABANDONED_MS);
  } catch {
    // Between mkdir and the write of the holder's file, or just given back: only an old folder is abandoned.
  }
  return ageOf(folder) > UNFINISHED_MS;
}

/**
 * Only one process may break a lock, and it looks again once it alone may: else a slow one would remove the lock that a
 * quick one has already taken anew.
 * @param {string} folder
 */
function breakAbandoned(folder) {
  const breaker = `${folder}.break`;
  if (!makeFolder(breaker)) {
    if (ageOf(breaker) > UNFINISHED_MS) rmSync(breaker, { recursive: true, force: true });
    return;
  }
  if (isAbandoned(folder)) rmSync(folder, { recursive: true, force: true });
  rmSync(breaker, { recursive: true, force: true });
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Milliseconds since the last change; 0 for what is not there. @param {string} file */
function ageOf(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
