import { useEffect, useRef } from 'react';
import type { SheetRuntime } from './core/runtime.ts';
import type { SheetProps } from './types.ts';

/** The active cell stays on its record when rows of a short list come or go, and in its column when columns do. */
export function useFollowRows<Row>(
  { core }: SheetRuntime<Row>,
  rowData: readonly unknown[] | undefined,
  shown: SheetProps<Row>['columns'],
): void {
  const query = useRef(core.store.getState().query);
  useEffect(() => {
    if (rowData === undefined) return;
    const { query: now } = core.store.getState();
    core.following.place(core.grid.indexOf, now === query.current ? 'rows' : 'list');
    query.current = now;
    core.following.rowsCame();
  }, [rowData, core]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns are shown
  useEffect(() => core.following.columnsChanged(), [shown, core]);
}
