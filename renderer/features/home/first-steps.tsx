import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { openHelp } from '#renderer/session/help.ts';
import { usePreference } from '#renderer/session/preferences.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { StepLine } from '#renderer/ui/step-line.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { firstStepsText } from '#shared/messages/ui/first-steps.ts';

/** '' = still guided, 'looked' = the third step was taken, 'closed' = put away. */
const preferenceKey = 'firstSteps';

type Guide = { readonly state: string; readonly look: () => void; readonly close: () => void };

function useGuide(): Guide {
  const [state, setState] = usePreference(preferenceKey, '');
  return { state, look: () => setState('looked'), close: () => setState('closed') };
}

function CloseButton({ guide }: { readonly guide: Guide }): ReactNode {
  return (
    <Button variant="subtle" color="gray" onClick={guide.close} data-testid={testIds.firstStepsClose}>
      {firstStepsText.close}
    </Button>
  );
}

/** An empty ledger: what to do first, at length; for those who put it away, in one sentence. */
export function EmptyHome(): ReactNode {
  const guide = useGuide();
  if (guide.state === 'closed') {
    return (
      <EmptyState title={firstStepsText.emptyTitle} body={firstStepsText.emptyBody}>
        <Button component={Link} href={screens.import.path}>
          {firstStepsText.import}
        </Button>
      </EmptyState>
    );
  }
  const steps = firstStepsText.steps.map((step, index) => ({ ...step, done: index === 0 }));
  return (
    <section className="card first-steps" aria-label={firstStepsText.title} data-testid={testIds.firstSteps}>
      <h2>{firstStepsText.title}</h2>
      <p>{firstStepsText.lead}</p>
      <StepLine steps={steps} />
      <div className="first-buttons">
        <Button component={Link} href={screens.import.path}>
          {firstStepsText.import}
        </Button>
        <Button variant="default" onClick={() => openHelp('start')}>
          {firstStepsText.help}
        </Button>
        <span className="grow" />
        <CloseButton guide={guide} />
      </div>
    </section>
  );
}

const looks = [
  { path: screens.organizations.path, label: firstStepsText.organizations },
  { path: screens.measures.path, label: firstStepsText.measures },
  { path: screens.export.path, label: firstStepsText.export },
] as const;

/** A ledger with content: one line for the step that is left, until it was taken or put away; then never again. */
export function LastStep(): ReactNode {
  const guide = useGuide();
  if (guide.state !== '') return null;
  const steps = firstStepsText.steps.map(({ title }, index) => ({ title, done: index < 2 }));
  return (
    <section className="card last-step" aria-label={firstStepsText.title} data-testid={testIds.firstSteps}>
      <StepLine steps={steps} />
      <div className="first-buttons">
        {looks.map(({ path, label }) => (
          <Button key={path} variant="default" component={Link} href={path} onClick={guide.look}>
            {label}
          </Button>
        ))}
        <CloseButton guide={guide} />
      </div>
    </section>
  );
}
