import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { MEMORY_LIMIT_MB, TIME_LIMIT_MS } from './limits.ts';
import { limitsFromArguments } from './parser-protocol.ts';

/**
 * Entry of the parser process and of the watchdog thread inside it; one file, so that the built program needs no second one.
 * Each thread loads only its half.
 */
if (isMainThread) {
  const limits = limitsFromArguments(process.argv.slice(2), { timeMs: TIME_LIMIT_MS, memoryMb: MEMORY_LIMIT_MB });
  const running = new Int32Array(new SharedArrayBuffer(4));
  new Worker(new URL(import.meta.url), { workerData: { limits, running } }).unref();
  const { serveParser } = await import('./parser-serve.ts');
  serveParser(running);
} else {
  const { watchParser } = await import('./parser-watchdog.ts');
  watchParser(workerData);
}
