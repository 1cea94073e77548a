import type { ReactNode } from 'react';
import { RecordHistory } from '#renderer/features/history/index.ts';
import { isOrganizationFieldKey, organizationField } from '#shared/domain/organization/fields.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { organizationName, organizationRowId } from './cell-row.ts';
import type { ActiveCell } from './use-register-screen.ts';

/** What happened to the group under the cursor, and who changed its cell. */
export function SidePanel({ active }: { readonly active: ActiveCell }): ReactNode {
  const { row, columnId } = active;
  const field = isOrganizationFieldKey(columnId)
    ? { key: columnId, fiscalYear: null, label: organizationField(columnId).label }
    : null;
  return (
    <aside className="side" data-region="side" aria-label={organizationsText.history}>
      {row === null ? (
        <p className="muted">{organizationsText.pickRow}</p>
      ) : (
        <>
          <h2>{organizationName(row)}</h2>
          <RecordHistory recordId={organizationRowId(row)} field={field} />
        </>
      )}
    </aside>
  );
}
