import { AppError } from '#shared/rpc/app-error.ts';
import type { CoreEventBody } from '#shared/contract/events.ts';

export type Jobs = {
  /** Tells how far a long call is; throws CANCELLED once the user asked to stop. A missing id is a call without progress. */
  readonly progress: (
    jobId: string | undefined,
    phase: string,
    step: { readonly done: number; readonly total: number },
  ) => void;
  readonly cancel: (jobId: string) => void;
  /** Lets queued messages (a cancel among them) through before a long synchronous step. */
  readonly breathe: () => Promise<void>;
  readonly signal: (jobId: string | undefined) => AbortSignal;
};

const keptJobs = 200;
const shortestGap = 100; // milliseconds between two progress events of a job

export function createJobs(
  emit: (event: CoreEventBody) => void,
  isCancelledElsewhere: (jobId: string) => boolean,
): Jobs {
  const controllers = new Map<string, AbortController>();
  const lastTold = new Map<string, number>();
  const controllerOf = (jobId: string): AbortController => {
    let controller = controllers.get(jobId);
    if (controller === undefined) {
      for (const oldest of [...controllers.keys()].slice(0, -keptJobs)) {
        controllers.delete(oldest);
        lastTold.delete(oldest);
      }
      controller = new AbortController();
      controllers.set(jobId, controller);
    }
    return controller;
  };
  return {
    progress: (jobId, phase, { done, total }) => {
      if (jobId === undefined) return;
      if (isCancelledElsewhere(jobId) || controllerOf(jobId).signal.aborted) throw new AppError('CANCELLED');
      const now = performance.now();
      if (done < total && now - (lastTold.get(jobId) ?? 0) < shortestGap) return;
      lastTold.set(jobId, now);
      emit({ type: 'job.progress', jobId, phase, done, total });
    },
    cancel: (jobId) => controllerOf(jobId).abort(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    signal: (jobId) => (jobId === undefined ? new AbortController().signal : controllerOf(jobId).signal),
  };
}
