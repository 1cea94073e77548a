import type { ReactNode } from 'react';
import { RecordHistory } from '#renderer/features/history/index.ts';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { type OrganizationRow, organizationRowId } from './columns.ts';

const nameIndex = organizationFields.findIndex((field) => field.key === 'name') + 1;

/** What happened to the group under the cursor. */
export function SidePanel({ row }: { readonly row: OrganizationRow | null }): ReactNode {
  return (
    <aside className="side" aria-label={organizationsText.history}>
      {row === null ? (
        <p className="muted">{organizationsText.pickRow}</p>
      ) : (
        <>
          <h2>{String(row[nameIndex] ?? '')}</h2>
          <RecordHistory recordId={organizationRowId(row)} />
        </>
      )}
    </aside>
  );
}
