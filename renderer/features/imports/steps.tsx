import type { ReactNode } from 'react';
import { testIds } from '#renderer/ui/test-ids.ts';
import { importText } from '#shared/messages/ui/import.ts';

type StepsProps = { readonly current: number; readonly onStep: (step: number) => void };

/** Where the import stands; 2 and 3 can be gone back and forth between. */
export function Steps({ current, onStep }: StepsProps): ReactNode {
  return (
    <ol className="steps" aria-label={importText.stepsLabel}>
      {importText.steps.map((label, index) => {
        const step = index + 1;
        const reachable = (step === 2 && current === 3) || (step === 3 && current === 2);
        const state = step === current ? 'on' : step < current ? 'done' : '';
        return (
          <li
            key={label}
            className={state}
            aria-current={step === current ? 'step' : undefined}
            data-testid={testIds.importStep(step)}
          >
            {reachable ? (
              <button type="button" onClick={() => onStep(step)}>
                {label}
              </button>
            ) : (
              label
            )}
          </li>
        );
      })}
    </ol>
  );
}
