import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { openHelp } from '#renderer/session/help.ts';
import { StepLine } from '#renderer/ui/step-line.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { firstStepsText } from '#shared/messages/ui/first-steps.ts';

/** No ledger was ever opened on this computer: the way from here to the first file for the prefecture. */
export function FirstRun(): ReactNode {
  return (
    <section className="card first-run" aria-label={firstStepsText.title} data-testid={testIds.firstSteps}>
      <div className="first-run-head">
        <h2>{firstStepsText.title}</h2>
        <Button variant="subtle" onClick={() => openHelp('start')}>
          {firstStepsText.help}
        </Button>
      </div>
      <p>{firstStepsText.lead}</p>
      <StepLine steps={firstStepsText.steps.map((step) => ({ ...step, done: false }))} />
    </section>
  );
}
