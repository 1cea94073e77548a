import type { ReactNode } from 'react';
import { historyText } from '#shared/messages/ui/history.ts';

/** Old → new, in strike-through and bold, so that it is clear without colour. */
export function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  return (
    <>
      {before === '' ? null : (
        <>
          <del>{before}</del> →{' '}
        </>
      )}
      <ins>{after === '' ? historyText.blank : after}</ins>
    </>
  );
}
