import type { ReactNode } from 'react';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { FieldChange } from '#shared/contract/history.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { BeforeAfter } from './before-after.tsx';
import './history.css';

type Moment = {
  readonly key: string;
  readonly at: string;
  readonly actor: string;
  readonly changes: readonly FieldChange[];
};

/** Field changes of the same moment and person belong together. */
function byMoment(changes: readonly FieldChange[]): readonly Moment[] {
  const moments = new Map<string, Moment>();
  for (const change of changes) {
    const key = `${change.at} ${change.actor}`;
    const former = moments.get(key);
    moments.set(key, { key, at: change.at, actor: change.actor, changes: [...(former?.changes ?? []), change] });
  }
  return [...moments.values()];
}

type RecordHistoryProps = {
  readonly recordId: string;
  /** The field under the cursor: what was done to it stands out. */
  readonly field?: string | null;
};

/** What happened to one record, newest first, and who changed the field under the cursor last. */
export function RecordHistory({ recordId, field = null }: RecordHistoryProps): ReactNode {
  const history = useCall('history.ofRecord', { recordId, limit: 100 });
  if (history.error !== null) return <ErrorPanel error={history.error} />;
  const moments = byMoment(history.data ?? []);
  return (
    <section aria-label={historyText.recordTitle}>
      <div className="side-key">{historyText.recordTitle}</div>
      <CellHistory field={field} changes={history.data ?? []} />
      {moments.length === 0 && history.isSuccess ? <p className="muted">{historyText.recordNone}</p> : null}
      <ul className="log">
        {moments.map((moment) => (
          <li key={moment.key}>
            <time>
              {formatMoment(moment.at)} {moment.actor}
            </time>
            {moment.changes.map((change) => (
              <div
                key={`${change.what} ${change.record} ${change.field}`}
                className={change.field === field ? 'log-own' : undefined}
              >
                {change.field} <BeforeAfter before={change.before} after={change.after} />
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** このセル: who changed the field under the cursor last, and what it was before. */
function CellHistory({
  field,
  changes,
}: {
  readonly field: string | null;
  readonly changes: readonly FieldChange[];
}): ReactNode {
  if (field === null) return null;
  const last = changes.find((change) => change.field === field);
  return (
    <p className="cell-history" data-testid={testIds.cellHistory}>
      <b>{field}</b>{' '}
      {last === undefined ? (
        historyText.cellNone
      ) : (
        <>
          {formatMoment(last.at)} {last.actor} <BeforeAfter before={last.before} after={last.after} />
        </>
      )}
    </p>
  );
}
