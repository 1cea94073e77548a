import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { PendingEdit } from './pending-edits.ts';

type RejectedBarProps = {
  readonly rejected: readonly PendingEdit[];
  readonly onFix: (edit: PendingEdit) => void;
  readonly onGiveUp: (edit: PendingEdit) => void;
};

/** Why the ledger did not take what was typed; the text stays in its cell until it is mended or given up. */
export function RejectedBar({ rejected, onFix, onGiveUp }: RejectedBarProps): ReactNode {
  const edit = rejected.at(-1);
  if (edit === undefined) return null;
  return (
    <div className="error-panel sheet-rejected" role="alert" data-testid={testIds.sheetRejected}>
      <p>
        {edit.message}
        {rejected.length > 1 ? ` (${sheetText.rejectedMore(rejected.length - 1)})` : ''}
      </p>
      <Button variant="default" onClick={() => onFix(edit)}>
        {sheetText.fix}
      </Button>
      <Button variant="default" onClick={() => onGiveUp(edit)}>
        {sheetText.giveUp}
      </Button>
    </div>
  );
}
