import { expect, test } from 'vitest';
import { noteJobCancelling, noteJobProgress, runJob, useJobStore } from '#renderer/session/jobs.ts';

const jobs = () => useJobStore.getState().jobs;

test('a job is listed while it runs, follows its progress, and is gone when it ends', async () => {
  const result = await runJob('取込', async (jobId) => {
    noteJobProgress({ jobId, phase: '比べています', done: 3, total: 10 });
    noteJobCancelling(jobId);
    expect(jobs()).toMatchObject([
      { id: jobId, label: '取込', phase: '比べています', done: 3, total: 10, cancelling: true },
    ]);
    return 'ok';
  });
  expect(result).toBe('ok');
  expect(jobs()).toEqual([]);
});

test('a job that fails is gone as well, and its failure is passed on', async () => {
  await expect(runJob('取込', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(jobs()).toEqual([]);
});

test('progress of a job nobody waits for changes nothing', () => {
  noteJobProgress({ jobId: 'unknown', phase: '', done: 1, total: 2 });
  expect(jobs()).toEqual([]);
});
