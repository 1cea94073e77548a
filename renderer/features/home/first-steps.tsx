import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { homeText } from '#shared/messages/ui/home.ts';

const steps = [
  { title: homeText.first1Title, body: homeText.first1Body },
  { title: homeText.first2Title, body: homeText.first2Body },
  { title: homeText.first3Title, body: homeText.first3Body },
] as const;

/** An empty ledger: what to do first. */
export function FirstSteps(): ReactNode {
  return (
    <section className="card first-steps" aria-label={homeText.firstTitle}>
      <h2>{homeText.firstTitle}</h2>
      <p>{homeText.firstLead}</p>
      <ol>
        {steps.map((step) => (
          <li key={step.title}>
            <b>{step.title}</b>
            <p>{step.body}</p>
          </li>
        ))}
      </ol>
      <Button component={Link} href={screenPaths.import}>
        {homeText.importButton}
      </Button>
    </section>
  );
}
