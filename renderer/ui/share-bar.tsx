import type { ReactNode } from 'react';
import './parts.css';

export type Share = {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly fill: 0 | 1 | 2 | 3 | 4 | 5;
};

/** Parts of a whole as one bar; each part has its own colour and hatching, and the numbers stand below in words. */
export function ShareBar({ shares, label }: { readonly shares: readonly Share[]; readonly label: string }): ReactNode {
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  const shown = shares.filter((share) => share.count > 0);
  return (
    <div className="bar" role="img" aria-label={`${label}: ${shown.map((s) => `${s.label} ${s.count}`).join('、')}`}>
      {shown.map((share) => (
        <span
          key={share.key}
          className={`fill-${share.fill}`}
          style={{ width: `${(share.count / total) * 100}%` }}
          title={`${share.label} ${share.count}`}
        />
      ))}
    </div>
  );
}
