import type { ReactNode } from 'react';

type ChipProps = {
  readonly on: boolean;
  readonly onClick: () => void;
  readonly alert?: boolean;
  readonly testId?: string;
  readonly children: ReactNode;
};

/** A filter that is on or off. */
export function Chip({ on, onClick, alert = false, testId, children }: ChipProps): ReactNode {
  return (
    <button
      type="button"
      className={alert ? 'chip alert' : 'chip'}
      aria-pressed={on}
      onClick={onClick}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
