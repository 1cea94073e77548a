import type { ReactNode } from 'react';
import { testIds } from './test-ids.ts';
import './parts.css';

type ScreenProps = {
  readonly title: string;
  readonly sub?: ReactNode;
  readonly actions?: ReactNode;
  /** Left and right text of the status bar. */
  readonly status?: ReactNode;
  readonly statusRight?: ReactNode;
  readonly children: ReactNode;
};

/** One screen: heading line, body, and its own text in the status bar. */
export function Screen(props: ScreenProps): ReactNode {
  return (
    <>
      <main className="screen" id="main" tabIndex={-1}>
        <div className="screen-head">
          <h1 data-testid={testIds.screenTitle}>{props.title}</h1>
          <span className="sub">{props.sub}</span>
          <span className="grow" />
          {props.actions}
        </div>
        {props.children}
      </main>
      <footer className="status-bar" data-testid={testIds.statusBar}>
        <span>{props.status}</span>
        <span className="grow" />
        <span>{props.statusRight}</span>
      </footer>
    </>
  );
}
