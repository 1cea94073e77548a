import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useConnection } from '#renderer/session/connection.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { frameText } from '#shared/messages/ui/frame.ts';

/** Covers the screen while the core does not answer, so that nobody types into the void. */
export function ConnectionOverlay(): ReactNode {
  const state = useConnection((connection) => connection.state);
  if (state === 'connected') return null;
  const gone = state === 'gone';
  return (
    <div
      className="lost-cover"
      role="alertdialog"
      aria-modal="true"
      aria-label={frameText.lostTitle}
      data-testid={testIds.connectionLost}
    >
      <div className="lost-box">
        {gone ? null : <Loader size="sm" />}
        <h2>{gone ? frameText.goneTitle : frameText.lostTitle}</h2>
        <p>{gone ? frameText.goneBody : frameText.lostBody}</p>
        {gone ? null : <p className="muted">{frameText.lostHelp}</p>}
      </div>
    </div>
  );
}
