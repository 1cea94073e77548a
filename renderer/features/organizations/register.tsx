import { type ReactNode, useMemo, useState } from 'react';
import { failureText } from '#renderer/session/error-text.ts';
import { Sheet } from '#renderer/sheet/sheet.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { type OrganizationRow, organizationColumns, organizationRowId } from './columns.ts';
import { type RegisterFilter, useFollowLedger, useRegisterEdits, useRegisterSource } from './use-register.ts';
import type { RegisterView } from './use-register-screen.ts';

type RegisterProps = { readonly filter: RegisterFilter; readonly readOnly: boolean; readonly view: RegisterView };

/** The grid of groups. */
export function Register({ filter, readOnly, view }: RegisterProps): ReactNode {
  const [readError, setReadError] = useState<unknown>(null);
  const source = useRegisterSource(filter);
  const { onEdit, isEditing } = useRegisterEdits();
  const columns = useMemo(() => organizationColumns(!readOnly), [readOnly]);
  useFollowLedger(view.handle, isEditing);
  const retry = () => {
    setReadError(null);
    view.handle?.refresh('view');
  };
  return (
    <div className="register">
      <div className="band">
        <ErrorPanel error={readError} onRetry={retry} />
      </div>
      <Sheet<OrganizationRow>
        name="organizations"
        label={organizationsText.label}
        columns={columns}
        source={source}
        rowId={organizationRowId}
        onEdit={onEdit}
        errorText={failureText}
        selectable={!readOnly}
        emptyText={organizationsText.notFound}
        onReadError={setReadError}
        {...view.events}
      />
    </div>
  );
}
