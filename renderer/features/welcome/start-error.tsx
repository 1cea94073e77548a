import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatBytes, formatMoment } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { AppState } from '#shared/contract/app.ts';
import { welcomeText } from '#shared/messages/ui/welcome.ts';

type StartErrorProps = {
  readonly startError: NonNullable<AppState['startError']>;
  readonly onOpen: (ref: string) => void;
  readonly onRemake: (ref: string) => void;
};

/** A ledger could not be opened: why, which backups can be looked at, and, for an empty file, a new ledger in its place. */
export function StartError({ startError, onOpen, onRemake }: StartErrorProps): ReactNode {
  const { remakeRef } = startError;
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
        {remakeRef === null ? null : (
          <div className="welcome-remake">
            <span className="muted">{welcomeText.remakeBody}</span>
            <Button variant="default" onClick={() => onRemake(remakeRef)} data-testid={testIds.welcomeRemake}>
              {welcomeText.remake}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}
