import type { ReactNode } from 'react';
import { formatCount } from './format.ts';

type KpiCardProps = {
  readonly label: string;
  readonly count: number;
  readonly unit: string;
  readonly tone?: 'good' | 'warn' | 'bad' | undefined;
  readonly note?: string | undefined;
  readonly testId: string;
};

/** One big number with its name and unit. */
export function KpiCard(props: KpiCardProps): ReactNode {
  const tone = props.tone === undefined ? '' : ` text-${props.tone}`;
  return (
    <div
      className={`card kpi-card${props.tone === 'bad' ? ' kpi-bad' : ''}`}
      data-testid={props.testId}
      data-count={props.count}
    >
      <div className={props.tone === undefined ? 'muted' : tone.trim()}>{props.label}</div>
      <div className={`big${tone}`}>
        {formatCount(props.count)}
        <small>{props.unit}</small>
      </div>
      {props.note === undefined || props.note === '' ? null : (
        <div className="kpi-note" title={props.note}>
          {props.note}
        </div>
      )}
    </div>
  );
}
