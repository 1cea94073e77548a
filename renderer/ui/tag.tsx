import type { ReactNode } from 'react';

export type TagTone = 'good' | 'info' | 'warn' | 'bad' | 'quiet';

/** A small word in a box; the tone never carries meaning alone, the word does. */
export function Tag({ tone, children }: { readonly tone: TagTone; readonly children: ReactNode }): ReactNode {
  return <span className={`tag tag-${tone}`}>{children}</span>;
}
