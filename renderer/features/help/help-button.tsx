import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { helpAction } from '#renderer/actions/help.ts';
import type { ActionContext } from '#renderer/actions/types.ts';
import { runAction } from '#renderer/actions/use-actions.ts';
import { useHelp } from '#renderer/session/help.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { helpText } from '#shared/messages/ui/help.ts';

/** Opens the page of the screen in front at the right side, and puts it away. */
export function HelpButton({ context }: { readonly context: ActionContext }): ReactNode {
  const open = useHelp((help) => help.open);
  return (
    <Tooltip label={helpText.buttonHint}>
      <Button
        variant="subtle"
        color="gray"
        className="step-button"
        aria-expanded={open}
        aria-keyshortcuts="F1"
        onClick={() => void runAction(helpAction, context)}
        data-testid={testIds.helpButton}
      >
        {helpText.button}
      </Button>
    </Tooltip>
  );
}
