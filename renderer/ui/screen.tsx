import type { ReactNode } from 'react';
import { DisplayMenu } from './display-menu.tsx';
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
        <div className="screen-head" data-region="toolbar">
          <h1 data-testid={testIds.screenTitle}>{props.title}</h1>
          <span className="sub">{props.sub}</span>
          <div className="screen-actions">{props.actions}</div>
        </div>
        <div className="screen-body" data-region="body">
          {props.children}
        </div>
      </main>
      <footer className="status-bar" data-region="status" data-testid={testIds.statusBar}>
        <span className="status-text">{props.status}</span>
        <span className="grow" />
        <span className="status-right">{props.statusRight}</span>
        <DisplayMenu />
      </footer>
    </>
  );
}
