import { type ReactNode, useCallback, useMemo } from 'react';
import type { ChartLook } from '#renderer/ui/chart-look.ts';
import { ChartPanel } from '#renderer/ui/chart-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { MarkGlyph } from '#renderer/ui/mark-glyph.tsx';
import { ShareBar } from '#renderer/ui/share-bar.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { marksRequest } from './filter-requests.ts';
import { type Marks, marksOf, marksTable, markShares, type PlanOverview } from './marks.ts';
import { marksOption } from './marks-option.ts';
import { NothingYet } from './nothing-yet.tsx';
import { useOpenFiltered } from './use-open-filtered.ts';

function MarkLegend({ marks }: { readonly marks: Marks }): ReactNode {
  return (
    <div className="legend">
      {marks.columns.map(({ glyph, label, fill, count }) => (
        <span key={glyph}>
          <i className={`swatch fill-${fill}`} aria-hidden="true" />
          <MarkGlyph text={glyph} /> {label} <b>{formatCount(count)}</b>
        </span>
      ))}
    </div>
  );
}

function PlanMarks({ plan }: { readonly plan: PlanOverview }): ReactNode {
  const open = useOpenFiltered();
  const marks = useMemo(() => marksOf(plan), [plan]);
  const title =
    plan.fiscalYear === null ? homeText.marksTitleNoYear : homeText.marksTitle(formatFiscalYear(plan.fiscalYear));
  const build = useCallback((look: ChartLook) => marksOption(title, marks, look), [title, marks]);
  return (
    <ChartPanel
      title={title}
      testId={testIds.homeMarks}
      table={marksTable(title, marks)}
      build={build}
      onPick={(pick) => open(marksRequest(plan, marks, pick))}
      minRem={marks.lines.length * 1.6}
    >
      <div className="big">
        {formatCount(marks.answered)}
        <small>{homeText.answered(formatCount(marks.total))}</small>
        <small className="plan-name" title={plan.title}>
          {plan.title}
        </small>
      </div>
      <ShareBar shares={markShares(marks)} label={title} />
      <MarkLegend marks={marks} />
    </ChartPanel>
  );
}

/** How the newest year of the newest plan stands, as a whole and by policy. */
export function MarksCard({ plan }: { readonly plan: PlanOverview | null }): ReactNode {
  if (plan !== null) return <PlanMarks plan={plan} />;
  return (
    <NothingYet
      title={homeText.marksTitleNoYear}
      what={homeText.plansNone}
      help={homeText.plansNoneHelp}
      action={homeText.plansImport}
      testId={testIds.homeMarks}
    />
  );
}
