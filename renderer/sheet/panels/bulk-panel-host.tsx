import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { bulkColumns } from '../bulk/bulk-draft.ts';
import { BulkPanel } from '../bulk/bulk-panel.tsx';
import type { SheetRuntime } from '../core/runtime.ts';

type Targets = Awaited<ReturnType<SheetRuntime<unknown>['rows']['bulkTargets']>>;

/** まとめて変更 for what is selected and what the filters leave. */
export function BulkPanelHost<Row>({
  runtime,
  onClose,
}: {
  readonly runtime: SheetRuntime<Row>;
  readonly onClose: () => void;
}): ReactNode {
  const { core, rows } = runtime;
  const client = useClient();
  const selection = useStore(core.store, (state) => state.selection);
  const total = useStore(core.store, (state) => state.total);
  const changeSetId = useRef<string | null>(null);
  const [targets, setTargets] = useState<Targets | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows selected or filtered are another target
  useEffect(() => {
    let isLatest = true;
    rows
      .bulkTargets()
      .then((found) => {
        if (isLatest) setTargets(found);
      })
      .catch(notifyFailure);
    return () => {
      isLatest = false;
    };
  }, [selection, total, rows]);
  const { commands, columns } = core.props();
  if (targets === null || commands?.setField === undefined || commands.checkSetField === undefined) return null;
  return (
    <BulkPanel
      columns={bulkColumns(columns)}
      selected={targets.selected}
      filtered={targets.filtered}
      check={commands.checkSetField}
      apply={async (change) => {
        const result = (await commands.setField?.(change)) ?? { changed: 0, changeSetId: null };
        changeSetId.current = result.changeSetId;
        core.grid.refresh('blocks');
        return result;
      }}
      narrowed={core.props().narrowed === true || core.store.getState().query.filters.length > 0}
      undo={async () => {
        const id = changeSetId.current;
        if (id !== null) await whileWriting(() => client.call('history.undo', { changeSetId: id }));
      }}
      onClose={onClose}
    />
  );
}
