import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { SheetRuntime } from '../core/runtime.ts';
import { FindBar } from '../find/find-bar.tsx';

/** Ctrl+F and Ctrl+H: a bar between the filters and the grid, so that it never covers what was found. */
export function FindHost<Row>({ runtime }: { readonly runtime: SheetRuntime<Row> }): ReactNode {
  const { core, finding } = runtime;
  const panel = useStore(core.store, (state) => state.panel);
  const state = useStore(core.store, (all) => all.find);
  if (panel?.kind !== 'find') return null;
  return (
    <div className="sheet-find">
      <FindBar
        mode={panel.mode}
        canReplace={core.props().commands !== undefined}
        state={state}
        onState={finding.change}
        onNext={() => finding.next(false)}
        onPrevious={() => finding.next(true)}
        onReplace={finding.replaceOne}
        onReplaceAll={finding.replaceAll}
        onClose={() => core.store.setState({ panel: null })}
      />
    </div>
  );
}
