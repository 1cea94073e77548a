import { writeSync } from 'node:fs';
import { MEMORY_MARK, type ParserLimits } from './parser-protocol.ts';

export type Watched = {
  readonly limits: ParserLimits;
  /** Id of the running parse, 0 when idle. */
  readonly running: Int32Array<SharedArrayBuffer>;
};

const TICK_MS = 50;
/** The host's own limit comes first; this one ends a process whose host is gone. */
const GRACE_MS = 2_000;

/** Runs in a thread of its own, since the main thread can be caught in an endless loop. Ends the process, never a job. */
export function watchParser({ limits, running }: Watched): void {
  const parent = process.ppid;
  let job = 0;
  let since = Date.now();
  setInterval(() => {
    const current = Atomics.load(running, 0);
    if (current !== job || current === 0) [job, since] = [current, Date.now()];
    if (process.memoryUsage.rss() > limits.memoryMb * 1024 * 1024) endProcess(MEMORY_MARK);
    if (Date.now() - since > limits.timeMs + GRACE_MS) endProcess('PARSER_TIME');
    if (process.ppid !== parent) endProcess('PARSER_ORPHAN');
  }, TICK_MS);
}

function endProcess(reason: string): void {
  try {
    writeSync(2, `${reason}\n`);
  } catch {
    // Nobody reads it any more: the process ends all the same.
  }
  process.kill(process.pid, 'SIGKILL');
}
