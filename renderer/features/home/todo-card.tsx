import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { PlanSummary } from '#shared/contract/measures.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { answeredCount } from './shares.ts';

type TodoCardProps = { readonly expired: number; readonly plans: readonly PlanSummary[] };

/** What waits for a hand, most urgent first. */
export function TodoCard({ expired, plans }: TodoCardProps): ReactNode {
  const open = plans.filter((plan) => plan.measures > answeredCount(plan));
  return (
    <section className="card" aria-label={homeText.todoTitle}>
      <h2>{homeText.todoTitle}</h2>
      {expired === 0 ? null : (
        <div className="todo" data-testid={testIds.homeExpired}>
          <Tag tone="bad">{homeText.todoExpired}</Tag>
          <span>{homeText.todoExpiredText(formatCount(expired))}</span>
          <Link href={`${screenPaths.organizations}/expired`}>{homeText.todoExpiredOpen}</Link>
        </div>
      )}
      {open.map((plan) => (
        <div className="todo" key={plan.id}>
          <Tag tone="bad">{homeText.todoUnanswered}</Tag>
          <span>{homeText.todoUnansweredText(plan.title, formatCount(plan.measures - answeredCount(plan)))}</span>
          <Link href={screenPaths.measures}>{homeText.todoUnansweredOpen}</Link>
        </div>
      ))}
      {expired === 0 && open.length === 0 ? (
        <div className="todo">
          <Tag tone="good">{homeText.todoDone}</Tag>
          <span>{homeText.todoNone}</span>
        </div>
      ) : null}
    </section>
  );
}
