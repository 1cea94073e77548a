import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { BatchPreview } from '../bulk/batch-preview.tsx';
import { newValueLines } from '../core/new-values.ts';
import type { SheetRuntime } from '../core/runtime.ts';
import type { Panel } from '../core/state.ts';
import { LongTextDialog } from '../edit/long-text-dialog.tsx';
import { ColumnsDialog } from '../views/columns-dialog.tsx';
import { BulkPanelHost } from './bulk-panel-host.tsx';
import { CellMenu } from './cell-menu.tsx';
import { FilterMenuHost } from './filter-menu-host.tsx';

type PanelsProps<Row> = { readonly runtime: SheetRuntime<Row> };

/** What floats over the grid or stands beside it; when it goes, the keyboard goes back to the grid. */
export function SheetPanels<Row>({ runtime }: PanelsProps<Row>): ReactNode {
  const { core } = runtime;
  const panel = useStore(core.store, (state) => state.panel);
  const preview = useStore(core.store, (state) => state.preview);
  const busy = useStore(core.store, (state) => state.busy);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && panel === null) core.focus();
    wasOpen.current = panel !== null;
  }, [panel, core]);
  // A question that goes with its screen is answered: what was asked for behind it waits for that.
  useEffect(() => () => core.store.getState().preview?.answer(false), [core]);
  return (
    <>
      {panel === null ? null : <OpenPanel runtime={runtime} panel={panel} />}
      {preview === null ? null : (
        <BatchPreview
          title={preview.title}
          check={preview.check}
          skippedReadOnly={preview.skipped}
          newValues={newValueLines(preview.newValues)}
          samples={preview.samples}
          refused={preview.refused}
          onApply={() => preview.answer(true)}
          onCancel={() => preview.answer(false)}
        />
      )}
      {busy === '' ? null : (
        <div className="sheet-busy" role="status">
          {busy}
        </div>
      )}
    </>
  );
}

function OpenPanel<Row>({ runtime, panel }: PanelsProps<Row> & { readonly panel: Panel }): ReactNode {
  const { core } = runtime;
  const close = () => core.store.setState({ panel: null });
  switch (panel.kind) {
    case 'filter':
      return <FilterMenuHost runtime={runtime} panel={panel} onClose={close} />;
    case 'find':
      return null;
    case 'bulk':
      return <BulkPanelHost runtime={runtime} onClose={close} />;
    case 'columns':
      return (
        <ColumnsDialog
          opened
          columns={core.props().columns}
          layout={core.store.getState().layout}
          onLayout={(layout) => core.store.setState({ layout })}
          onClose={close}
        />
      );
    case 'menu':
      return <CellMenu runtime={runtime} x={panel.x} y={panel.y} onClose={close} />;
    case 'long-text':
      return (
        <LongTextDialog
          title={panel.title}
          text={panel.text}
          before={panel.before}
          readOnly={panel.readOnly}
          onSave={(text) => {
            close();
            panel.save(text);
          }}
          onClose={close}
        />
      );
  }
}
