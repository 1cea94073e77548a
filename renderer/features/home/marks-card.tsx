import type { ReactNode } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { ShareBar } from '#renderer/ui/share-bar.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { PlanSummary } from '#shared/contract/measures.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { answeredCount, markShares } from './shares.ts';

function MarkLegend({ plan }: { readonly plan: PlanSummary }): ReactNode {
  const reposts = plan.placements - plan.measures;
  return (
    <div className="legend">
      {markShares(plan).map((share) => (
        <span key={share.key}>
          {share.key === '' ? `${share.label} ` : <MarkGlyph text={share.key} />} {formatCount(share.count)}
        </span>
      ))}
      {Object.entries(plan.dispositions).map(([label, count]) => (
        <span key={label} className="muted">
          {label} {formatCount(count)}
        </span>
      ))}
      {reposts > 0 ? <span className="muted">{homeText.repostCount(formatCount(reposts))}</span> : null}
    </div>
  );
}

export function MarksCard({ plan }: { readonly plan: PlanSummary | undefined }): ReactNode {
  const title =
    plan === undefined || plan.fiscalYear === null
      ? homeText.marksTitleNoYear
      : homeText.marksTitle(formatFiscalYear(plan.fiscalYear));
  return (
    <section className="card" aria-label={title} data-testid={testIds.homeMarks}>
      <h2>{title}</h2>
      {plan === undefined ? (
        <p className="muted">{homeText.plansNone}</p>
      ) : (
        <>
          <div className="big">
            {formatCount(answeredCount(plan))}
            <small>{homeText.answered(formatCount(plan.measures))}</small>
            <small className="plan-name">{plan.title}</small>
          </div>
          <ShareBar shares={markShares(plan)} label={title} />
          <MarkLegend plan={plan} />
        </>
      )}
    </section>
  );
}
