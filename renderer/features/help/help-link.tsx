import type { ReactNode } from 'react';
import { openHelp } from '#renderer/session/help.ts';

type HelpLinkProps = { readonly page: string; readonly anchor: string; readonly children: ReactNode };

/** A link inside the manual. The address of the window belongs to the screens, so it is a button. */
export function HelpLink({ page, anchor, children }: HelpLinkProps): ReactNode {
  return (
    <button type="button" className="link help-link" onClick={() => openHelp(page, anchor)}>
      {children}
    </button>
  );
}
