import { setTimeout as wait } from 'node:timers/promises';

/** What Windows answers while Excel, a virus scanner or the search index holds a file. Most of these pass. */
const PASSING = new Set(['EBUSY', 'EPERM', 'EACCES']);
const FIRST_DELAY = 50;
const LONGEST_DELAY = 500;

export type RetryOptions = {
  /** Milliseconds after which the last failure is thrown. */
  readonly forMs: number;
  /** Called before each further try, so that a job can say that it is waiting for the file. */
  readonly onRetry?: ((attempt: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Node's code of a failed file operation ('EBUSY'), or '' for any other error. */
export function fileErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Repeats an operation while the file is held by someone else. Other failures, and an abort, are thrown at once. */
export async function retryWhileHeld<T>(operation: () => Promise<T>, options: RetryOptions): Promise<T> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted();
    try {
      return await operation();
    } catch (error) {
      if (!PASSING.has(fileErrorCode(error)) || waited >= options.forMs) throw error;
    }
    const delay = Math.min(FIRST_DELAY * 2 ** (attempt - 1), LONGEST_DELAY, options.forMs - waited);
    options.onRetry?.(attempt);
    await wait(delay, undefined, { signal: options.signal });
    waited += delay;
  }
}
