/** One line of the printed table; `value` is the median of the runs unless `what` says otherwise. */
export type BenchRow = { readonly what: string; readonly value: number; readonly unit: string; readonly goal?: number };

export const runs = 5;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function worst(values: readonly number[]): number {
  return Math.max(...values);
}

/** Milliseconds of one run of `work`. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of several runs of `work`, one after the other. */
export async function timedRuns(work: (run: number) => unknown, count = runs): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < count; run += 1) times.push(await timed(() => work(run)));
  return times;
}

/** Places all over 0 … limit, the same ones every time. */
export function places(count: number, limit: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(((index * 0.618_033_988_7 + 0.31) % 1) * limit));
}
