import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatBytes, formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { AppState } from '#shared/contract/app.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';

type StartErrorProps = {
  readonly startError: NonNullable<AppState['startError']>;
  readonly onOpen: (ref: string) => void;
};

/** The ledger the program was started with could not be opened: why, and which backups can be looked at. */
export function StartError({ startError, onOpen }: StartErrorProps): ReactNode {
  return (
    <section className="error-panel welcome-error" role="alert" data-testid={testIds.welcomeStartError}>
      <div>
        <h2>{welcomeText.startErrorTitle}</h2>
        <p>{startError.message}</p>
        {startError.backups.length === 0 ? null : (
          <>
            <p className="muted">{welcomeText.startErrorBackups}</p>
            <ul>
              {startError.backups.map((backup) => (
                <li key={backup.ref}>
                  <span>{formatMoment(backup.takenAt)}</span>
                  <span className="muted">{formatBytes(backup.bytes)}</span>
                  <span className="muted">{backup.verified ? welcomeText.verified : ''}</span>
                  <Button variant="default" onClick={() => onOpen(backup.ref)}>
                    {welcomeText.openBackup}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
