import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureText } from '#renderer/session/error-text.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { testIds } from './test-ids.ts';

type ErrorPanelProps = {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
};

/** A failure told in place: what happened and what to do next. */
export function ErrorPanel({ error, onRetry, onClose }: ErrorPanelProps): ReactNode {
  if (error === null || error === undefined) return null;
  return (
    <div className="error-panel" role="alert" data-testid={testIds.errorPanel}>
      <p>{failureText(error)}</p>
      {onRetry === undefined ? null : (
        <Button variant="default" onClick={onRetry}>
          {commonText.retry}
        </Button>
      )}
      {onClose === undefined ? null : (
        <Button variant="default" onClick={onClose}>
          {commonText.close}
        </Button>
      )}
    </div>
  );
}
