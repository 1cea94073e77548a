import type { ReactNode } from 'react';
import { useHelp } from '#renderer/session/help.ts';
import { HelpPanel } from './help-panel.tsx';
import './help.css';

/** The program, and the help beside it: nothing is covered, so one can do what one reads. */
export function HelpSide({ children }: { readonly children: ReactNode }): ReactNode {
  const open = useHelp((help) => help.open);
  return (
    <div className="help-side">
      {children}
      {open ? <HelpPanel /> : null}
    </div>
  );
}
