import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { useClient } from '#renderer/session/session.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { notifyDone, notifyFailure } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { homeText } from '#shared/messages/ui/home.ts';

function RecentEntry({ entry, readOnly }: { readonly entry: ChangeSetEntry; readonly readOnly: boolean }): ReactNode {
  const client = useClient();
  const undo = useMutation({
    mutationFn: () => client.call('history.undo', { changeSetId: entry.id }),
    onSuccess: () => notifyDone(commonText.undone(entry.label)),
    onError: notifyFailure,
  });
  return (
    <li>
      <time>
        {formatMoment(entry.at)} {entry.actor}
      </time>
      {entry.label}{' '}
      {entry.state === 'done' && !readOnly ? (
        <button
          type="button"
          className="link"
          disabled={undo.isPending}
          onClick={() => undo.mutate()}
          aria-label={`${commonText.undo}: ${entry.label}`}
        >
          {commonText.undo}
        </button>
      ) : null}
      {entry.state === 'undone' ? <span className="muted">{homeText.undone}</span> : null}
    </li>
  );
}

/** The last few change sets, each undoable in place. */
export function RecentCard({ readOnly }: { readonly readOnly: boolean }): ReactNode {
  const entries = useCall('history.list', { limit: 12 }).data ?? [];
  return (
    <section className="card recent" aria-label={homeText.recentTitle} data-testid={testIds.homeRecent}>
      <div className="chart-head">
        <h2>{homeText.recentTitle}</h2>
        <Link href={screenPaths.history}>{homeText.recentAll}</Link>
      </div>
      {entries.length === 0 ? <p className="muted">{homeText.recentNone}</p> : null}
      <ul className="log">
        {entries.map((entry) => (
          <RecentEntry key={entry.id} entry={entry} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}
