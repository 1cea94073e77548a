import type { ReactNode } from 'react';
import { formatCount } from '#renderer/ui/format.ts';
import { type Share, ShareBar } from '#renderer/ui/share-bar.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { sharesOf } from './shares.ts';

type Counts = CallOutput<'organizations.counts'>;

function Legend({ shares }: { readonly shares: readonly Share[] }): ReactNode {
  return (
    <div className="legend">
      {shares.map((share) => (
        <span key={share.key}>
          <i className={`swatch fill-${share.fill}`} aria-hidden="true" />
          {share.label} {formatCount(share.count)}
        </span>
      ))}
    </div>
  );
}

export function OrganizationCard({ counts }: { readonly counts: Counts }): ReactNode {
  const shares = sharesOf(counts.byType);
  return (
    <section className="card" aria-label={homeText.organizations} data-testid={testIds.homeOrganizations}>
      <h2>{homeText.organizations}</h2>
      <div className="big">
        {formatCount(counts.total)}
        <small>{homeText.organizationsUnit}</small>
      </div>
      {counts.total === 0 ? (
        <p className="muted">{homeText.organizationsNone}</p>
      ) : (
        <ShareBar shares={shares} label={homeText.organizations} />
      )}
      <Legend shares={shares} />
    </section>
  );
}

export function CityCard({ counts }: { readonly counts: Counts }): ReactNode {
  const shares = sharesOf(counts.byCity);
  return (
    <section className="card" aria-label={homeText.cityTitle}>
      <h2>{homeText.cityTitle}</h2>
      {shares.length === 0 ? <p className="muted">{homeText.organizationsNone}</p> : null}
      <ul className="rank">
        {shares.map((share) => (
          <li key={share.key}>
            <span>{share.label}</span>
            <i
              className={`fill-${share.fill === 0 ? 0 : 2}`}
              style={{ width: `${(share.count / Math.max(1, counts.total)) * 100}%` }}
              aria-hidden="true"
            />
            <b className="num">{formatCount(share.count)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
