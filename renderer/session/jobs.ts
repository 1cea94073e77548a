import { create } from 'zustand';

export type Job = {
  readonly id: string;
  readonly label: string;
  readonly startedAt: number;
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
};

type JobStore = { readonly jobs: readonly Job[] };

export const useJobStore = create<JobStore>(() => ({ jobs: [] }));

type Progress = { readonly jobId: string; readonly phase: string; readonly done: number; readonly total: number };

function patchJob(id: string, patch: Partial<Job>): void {
  useJobStore.setState((state) => ({ jobs: state.jobs.map((job) => (job.id === id ? { ...job, ...patch } : job)) }));
}

export function noteJobProgress(progress: Progress): void {
  patchJob(progress.jobId, { phase: progress.phase, done: progress.done, total: progress.total });
}

export function noteJobCancelling(id: string): void {
  patchJob(id, { cancelling: true });
}

/** Runs a long call under a job id that the progress panel shows and can cancel; the entry goes when the call ends. */
export async function runJob<T>(label: string, work: (jobId: string) => Promise<T>): Promise<T> {
  const id = crypto.randomUUID();
  const job: Job = { id, label, startedAt: Date.now(), phase: '', done: 0, total: 0, cancelling: false };
  useJobStore.setState((state) => ({ jobs: [...state.jobs, job] }));
  try {
    return await work(id);
  } finally {
    useJobStore.setState((state) => ({ jobs: state.jobs.filter((other) => other.id !== id) }));
  }
}

/** Progress of work done by the page itself (an upload), shown in the same panel. */
export function reportOwnProgress(jobId: string, done: number, total: number): void {
  patchJob(jobId, { done, total });
}
