import { useEffect, useRef } from 'react';
import type { SheetRuntime } from './core/runtime.ts';
import { cellCount, selectCell } from './selection/ranges.ts';

/** The active cell stays on its row when rows of a short list come or go: an item that fits the filter no more, a folded heading. */
export function useFollowRows<Row>(
  { core, navigation }: SheetRuntime<Row>,
  rowData: readonly unknown[] | undefined,
): void {
  const activeId = useRef<string | undefined>(undefined);
  useEffect(
    () =>
      core.store.subscribe(({ selection }, before) => {
        if (selection !== before.selection) activeId.current = core.grid.peek(selection.active.row)?.id;
      }),
    [core],
  );
  useEffect(() => {
    if (rowData === undefined || activeId.current === undefined) return;
    const { active, ranges } = core.store.getState().selection;
    const row = core.grid.indexOf(activeId.current);
    if (row === null) activeId.current = core.grid.peek(active.row)?.id;
    else if (row !== active.row && cellCount(ranges) === 1)
      navigation.select(selectCell({ row, column: active.column }), false);
  }, [rowData, core, navigation]);
}
