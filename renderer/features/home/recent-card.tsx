import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { lineLabel, stepOf, useStep } from '#renderer/features/history/index.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ChangeSetEntry } from '#shared/contract/history.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { homeText } from '#shared/messages/ui/home.ts';

function RecentEntry({ entry, readOnly }: { readonly entry: ChangeSetEntry; readonly readOnly: boolean }): ReactNode {
  const turn = useStep(entry);
  const step = readOnly ? null : stepOf(entry);
  return (
    <li>
      <time>
        {formatMoment(entry.at)} {entry.actor}
      </time>
      {lineLabel(entry)}{' '}
      {step === null ? null : (
        <button
          type="button"
          className="link"
          disabled={turn.isPending}
          onClick={() => turn.mutate(undefined, { onError: notifyFailure })}
          aria-label={`${commonText[step]}: ${entry.label}`}
        >
          {commonText[step]}
        </button>
      )}
      {entry.inForce ? null : <span className="muted">{historyText.turnedAround[entry.kind]}</span>}
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
        <Link href={screens.history.path}>{homeText.recentAll}</Link>
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
