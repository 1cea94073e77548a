import type { JobSlot } from './messages.ts';

const slotCount = 1024;

/** Host side: hands out a flag in shared memory for each running job, so that a cancel is seen inside a transaction. */
export type CancelFlags = {
  readonly buffer: SharedArrayBuffer;
  /** null when every slot is in use. */
  take(jobId: string): JobSlot | null;
  release(job: JobSlot): void;
  cancel(jobId: string): void;
  cancelAll(): void;
};

export function createCancelFlags(): CancelFlags {
  const buffer = new SharedArrayBuffer(slotCount * Int32Array.BYTES_PER_ELEMENT);
  const flags = new Int32Array(buffer);
  const free = Array.from({ length: slotCount }, (_, index) => slotCount - 1 - index);
  const taken = new Set<JobSlot>();
  const raise = (job: JobSlot): void => {
    Atomics.store(flags, job.slot, 1);
  };
  return {
    buffer,
    take(jobId) {
      const slot = free.pop();
      if (slot === undefined) return null;
      Atomics.store(flags, slot, 0);
      const job = { jobId, slot };
      taken.add(job);
      return job;
    },
    release(job) {
      if (taken.delete(job)) free.push(job.slot);
    },
    cancel(jobId) {
      for (const job of taken) if (job.jobId === jobId) raise(job);
    },
    cancelAll() {
      for (const job of taken) raise(job);
    },
  };
}

/** Worker side of the same memory. */
export type CancelReader = {
  begin(job: JobSlot): void;
  end(job: JobSlot): void;
  isCancelled(jobId: string): boolean;
};

export function createCancelReader(buffer: SharedArrayBuffer): CancelReader {
  const flags = new Int32Array(buffer);
  const running = new Set<JobSlot>();
  return {
    begin: (job) => void running.add(job),
    end: (job) => void running.delete(job),
    isCancelled(jobId) {
      for (const job of running) if (job.jobId === jobId && Atomics.load(flags, job.slot) === 1) return true;
      return false;
    },
  };
}
