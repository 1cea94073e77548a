import type { ReactNode } from 'react';

type EmptyStateProps = { readonly title: string; readonly body: string; readonly children?: ReactNode };

/** Nothing here yet: says so, and what to do. */
export function EmptyState({ title, body, children }: EmptyStateProps): ReactNode {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{body}</p>
      <div className="empty-actions">{children}</div>
    </div>
  );
}
