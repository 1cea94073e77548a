import type { ReactNode } from 'react';
import { useCall } from '#renderer/session/use-call.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { historyText } from '#shared/messages/ui/history.ts';

const shownChanges = 300;

/** The cells that one change set changed. */
export function ChangeList({ changeSetId }: { readonly changeSetId: string }): ReactNode {
  const { data, error } = useCall('history.changes', { changeSetId, limit: shownChanges });
  if (error !== null) return <ErrorPanel error={error} />;
  if (data === undefined) return <p className="muted">{commonText.loading}</p>;
  return (
    <>
      <table className="change-table">
        <thead>
          <tr>
            <th>{historyText.record}</th>
            <th>{historyText.field}</th>
            <th>{historyText.before}</th>
            <th>{historyText.after}</th>
          </tr>
        </thead>
        <tbody>
          {data.changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list of a change set never changes
            <tr key={index}>
              <td>
                <span className="muted">{change.what}</span> {change.record}
              </td>
              <td>{change.field}</td>
              <td>
                {change.before === '' ? <span className="muted">{historyText.blank}</span> : <del>{change.before}</del>}
              </td>
              <td>
                {change.after === '' ? <span className="muted">{historyText.blank}</span> : <ins>{change.after}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.total > data.changes.length ? (
        <p className="muted">{historyText.rest(formatCount(data.changes.length), formatCount(data.total))}</p>
      ) : null}
    </>
  );
}
