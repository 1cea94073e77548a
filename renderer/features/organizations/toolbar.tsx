import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SheetCommandName } from '#renderer/sheet/types.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

type ToolbarProps = {
  /** Rows of which a cell is selected. */
  readonly selected: number;
  readonly readOnly: boolean;
  readonly side: boolean;
  readonly onSide: () => void;
  readonly onRun: (command: SheetCommandName) => void;
};

export function Toolbar({ selected, readOnly, side, onSide, onRun }: ToolbarProps): ReactNode {
  return (
    <>
      <Button variant="subtle" onClick={onSide} aria-pressed={side} data-testid={testIds.organizationsSide}>
        {side ? organizationsText.historyHide : organizationsText.history}
      </Button>
      <Button variant="subtle" onClick={() => onRun('find')}>
        {organizationsText.find}
      </Button>
      <Button
        variant="default"
        disabled={readOnly}
        onClick={() => onRun('bulk')}
        data-testid={testIds.organizationsBulk}
      >
        {organizationsText.bulk}
      </Button>
      <Button
        variant="default"
        disabled={readOnly || selected === 0}
        onClick={() => onRun('remove')}
        data-testid={testIds.organizationsRemove}
      >
        {organizationsText.remove(formatCount(selected))}
      </Button>
      <Button disabled={readOnly} onClick={() => onRun('insert')} data-testid={testIds.organizationsAdd}>
        {organizationsText.add}
      </Button>
    </>
  );
}
