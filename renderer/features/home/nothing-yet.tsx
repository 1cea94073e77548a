import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';

type NothingYetProps = {
  readonly title: string;
  readonly what: string;
  readonly help: string;
  readonly action: string;
  readonly testId: string;
};

/** A card whose half of the ledger is still empty: says so, and what fills it. */
export function NothingYet({ title, what, help, action, testId }: NothingYetProps): ReactNode {
  return (
    <section className="card nothing-yet" aria-label={title} data-testid={testId}>
      <h2>{title}</h2>
      <p>{what}</p>
      <p className="muted">{help}</p>
      <Button variant="default" component={Link} href={screens.import.path}>
        {action}
      </Button>
    </section>
  );
}
