import { type ReactNode, useMemo, useState } from 'react';
import { failureText } from '#renderer/session/error-text.ts';
import { useClient } from '#renderer/session/session.ts';
import { Sheet } from '#renderer/sheet/sheet.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import { organizationName, type OrganizationRow, organizationRowId } from './cell-row.ts';
import { organizationColumns } from './columns.ts';
import { useFollowLedger, useRegisterSource } from './use-register.ts';
import { useRegisterCommands } from './use-register-commands.ts';
import type { RegisterView } from './use-register-screen.ts';
import type { RegisterFilter } from './view-of.ts';

type RegisterProps = {
  readonly filter: RegisterFilter;
  readonly readOnly: boolean;
  readonly today: string;
  readonly view: RegisterView;
  readonly bar: ReactNode;
  /** Asks for a new group; resolves to its id. */
  readonly ask: () => Promise<string | null>;
};

/** The grid of groups. */
export function Register({ filter, readOnly, today, view, bar, ask }: RegisterProps): ReactNode {
  const client = useClient();
  const [readError, setReadError] = useState<unknown>(null);
  const source = useRegisterSource(filter);
  const commands = useRegisterCommands(ask, useFollowLedger(view.handle));
  const columns = useMemo(() => organizationColumns({ editable: !readOnly, client, today }), [readOnly, client, today]);
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
        rowTitle={organizationName}
        {...(readOnly ? {} : { commands })}
        errorText={failureText}
        emptyText={organizationsText.notFound}
        onReadError={setReadError}
        narrowed={filter.search !== '' || filter.expiredBefore !== null}
        bar={bar}
        {...view.events}
      />
    </div>
  );
}
