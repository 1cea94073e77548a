import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

type ToolbarProps = {
  readonly selected: number;
  readonly readOnly: boolean;
  readonly side: boolean;
  readonly onSide: () => void;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
};

export function Toolbar({ selected, readOnly, side, onSide, onRemove, onAdd }: ToolbarProps): ReactNode {
  return (
    <>
      <Button variant="subtle" onClick={onSide} aria-pressed={side}>
        {side ? organizationsText.historyHide : organizationsText.history}
      </Button>
      <Button variant="default" disabled={selected === 0} onClick={onRemove} data-testid={testIds.organizationsRemove}>
        {organizationsText.remove(formatCount(selected))}
      </Button>
      <Button disabled={readOnly} onClick={onAdd} data-testid={testIds.organizationsAdd}>
        {organizationsText.add}
      </Button>
    </>
  );
}
