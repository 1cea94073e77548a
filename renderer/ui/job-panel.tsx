import { Button, Progress } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type Job, noteJobCancelling, useJobStore } from '#renderer/session/jobs.ts';
import { useClient } from '#renderer/session/session.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { frameText } from '#shared/messages/ui/frame.ts';
import { formatCount } from './format.ts';
import { testIds } from './test-ids.ts';

/** Work shorter than this passes without a panel. */
const quietMilliseconds = 700;

/** True once a job has run long enough to be shown. */
function useIsLong(job: Job): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), Math.max(0, job.startedAt + quietMilliseconds - Date.now()));
    return () => clearTimeout(timer);
  }, [job.startedAt]);
  return long;
}

function JobCard({ job }: { readonly job: Job }): ReactNode {
  const client = useClient();
  const long = useIsLong(job);
  if (!long) return null;
  const cancel = () => {
    noteJobCancelling(job.id);
    client.call('jobs.cancel', { jobId: job.id }).catch(() => undefined);
  };
  const known = job.total > 0;
  const text = job.cancelling
    ? commonText.cancelling
    : [job.phase, known ? commonText.progressCount(formatCount(job.done), formatCount(job.total)) : '']
        .filter((part) => part !== '')
        .join(' ');
  return (
    <div className="job">
      <div className="job-head">
        <b>{job.label}</b>
        <Button
          variant="default"
          size="compact-xs"
          onClick={cancel}
          disabled={job.cancelling}
          data-testid={testIds.jobCancel}
        >
          {commonText.stop}
        </Button>
      </div>
      <Progress value={known ? (job.done / job.total) * 100 : 100} animated={!known} size="sm" aria-label={job.label} />
      <div className="muted">{text === '' ? commonText.loading : text}</div>
    </div>
  );
}

/** Progress of everything that takes longer than a moment, each with its 中止. */
export function JobPanel(): ReactNode {
  const jobs = useJobStore((state) => state.jobs);
  return (
    <section className="jobs" aria-label={frameText.jobsTitle} aria-live="polite" data-testid={testIds.jobs}>
      {jobs.map((job) => (
        <JobCard key={job.id} job={job} />
      ))}
    </section>
  );
}
