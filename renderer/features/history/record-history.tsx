import type { ReactNode } from 'react';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { FieldChange } from '#shared/contract/history.ts';
import { historyText } from '#shared/messages/ui/history.ts';
import { BeforeAfter } from './before-after.tsx';
import { type HistoryField, isOfField } from './history-field.ts';
import './history.css';

type ChangeSet = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly changes: readonly FieldChange[];
};

/** Field changes that were made at once belong together. */
function bySet(changes: readonly FieldChange[]): readonly ChangeSet[] {
  const sets = new Map<string, ChangeSet>();
  for (const change of changes) {
    const { changeSetId: id, at, actor } = change;
    sets.set(id, { id, at, actor, changes: [...(sets.get(id)?.changes ?? []), change] });
  }
  return [...sets.values()];
}

type RecordHistoryProps = {
  readonly recordId: string;
  /** The field under the cursor: what was done to it stands out. */
  readonly field: HistoryField | null;
};

/** What happened to one record, newest first, and who changed the field under the cursor last. */
export function RecordHistory({ recordId, field }: RecordHistoryProps): ReactNode {
  const history = useCall('history.ofRecord', { recordId, limit: 100 });
  if (history.error !== null) return <ErrorPanel error={history.error} />;
  const sets = bySet(history.data ?? []);
  return (
    <section aria-label={historyText.recordTitle}>
      <div className="side-key">{historyText.recordTitle}</div>
      <CellHistory field={field} changes={history.data ?? []} />
      {sets.length === 0 && history.isSuccess ? <p className="muted">{historyText.recordNone}</p> : null}
      <ul className="log">
        {sets.map((set) => (
          <li key={set.id}>
            <time>
              {formatMoment(set.at)} {set.actor}
            </time>
            {set.changes.map((change, index) => (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a change set never changes
                key={index}
                className={field !== null && isOfField(change, field) ? 'log-own' : undefined}
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
  readonly field: HistoryField | null;
  readonly changes: readonly FieldChange[];
}): ReactNode {
  if (field === null) return null;
  const last = changes.find((change) => isOfField(change, field));
  return (
    <p className="cell-history" data-testid={testIds.cellHistory}>
      <b>{field.label}</b>{' '}
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
