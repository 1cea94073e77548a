import type { ReactNode } from 'react';
import { firstStepsText } from '#shared/messages/ui/first-steps.ts';
import './step-line.css';

export type Step = { readonly title: string; readonly body?: string | undefined; readonly done: boolean };

/** Numbered steps side by side: those that are done, the one to do now, and those to come; said in words, too. */
export function StepLine({ steps }: { readonly steps: readonly Step[] }): ReactNode {
  const now = steps.findIndex((step) => !step.done);
  const short = steps.every((step) => step.body === undefined);
  return (
    <ol className={short ? 'step-line step-line-short' : 'step-line'}>
      {steps.map((step, index) => (
        <li key={step.title} className={step.done ? 'step-done' : ''} aria-current={index === now ? 'step' : undefined}>
          <b>
            <span className="step-number" aria-hidden="true">
              {step.done ? '✓' : index + 1}
            </span>
            {step.title}
            {step.done ? <span className="visually-hidden">({firstStepsText.done})</span> : null}
          </b>
          {step.body === undefined ? null : <p>{step.body}</p>}
        </li>
      ))}
    </ol>
  );
}
