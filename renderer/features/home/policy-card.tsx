import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screenPaths } from '#renderer/actions/open-screen.ts';
import { useCall } from '#renderer/session/use-call.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { ShareBar } from '#renderer/ui/share-bar.tsx';
import type { MeasureRow, PlanSummary } from '#shared/contract/measures.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { headingShares } from './shares.ts';

function PolicyLine({
  heading,
  glyphs,
}: {
  readonly heading: MeasureRow;
  readonly glyphs: readonly string[];
}): ReactNode {
  const shares = headingShares(heading, glyphs);
  return (
    <li className="policy-line">
      <span title={heading.name}>
        {heading.numberRaw} {heading.name}
      </span>
      <ShareBar shares={shares} label={heading.name} />
      <span className="policy-counts">
        {shares
          .filter((share) => share.count > 0)
          .map((share) => (
            <span key={share.key}>
              {share.key === '' ? homeText.unanswered : <MarkGlyph text={share.key} />} {formatCount(share.count)}
            </span>
          ))}
      </span>
    </li>
  );
}

/** How each policy of the plan stands. */
export function PolicyCard({ plan }: { readonly plan: PlanSummary }): ReactNode {
  const list = useCall('measures.list', { planId: plan.id }).data;
  const headings = list?.rows.filter((row) => row.kind === 'heading' && row.parentId === null) ?? [];
  return (
    <section className="card" aria-label={homeText.policyTitle}>
      <h2>
        {homeText.policyTitle}
        <Link className="card-link" href={screenPaths.measures}>
          {homeText.policyOpen}
        </Link>
      </h2>
      <ul>
        {headings.map((heading) => (
          <PolicyLine key={heading.rowId} heading={heading} glyphs={list?.marks.map((mark) => mark.glyph) ?? []} />
        ))}
      </ul>
    </section>
  );
}
