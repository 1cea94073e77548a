import { AG_GRID_LOCALE_JP } from '@ag-grid-community/locale';
import type { GridApi, GridOptions } from 'ag-grid-community';
import { useElementSize } from '@mantine/hooks';
import { AgGridReact } from 'ag-grid-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { styleNonce } from '#renderer/api/index.ts';
import { useTurns } from '#renderer/session/session.ts';
import { useAsk } from '#renderer/ui/confirm.tsx';
import { useDisplay } from '#renderer/ui/display.ts';
import { notifyDone, notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import { createSheetRuntime, type SheetRuntime } from './core/runtime.ts';
import { watchSelection } from './core/facts.ts';
import { watchRefused } from './core/refused.ts';
import type { Notices } from './core/sheet-core.ts';
import { tellLeft } from './core/writing.ts';
import { createAgPort } from './grid/ag-port.ts';
import { rowNumberColumnId, toColDefs } from './grid/column-definitions.tsx';
import { registerGridModules } from './grid/modules.ts';
import { readLayout } from './grid/read-layout.ts';
import { drawRowsInSight } from './grid/rows-in-sight.ts';
import { attachLayer, type Layer } from './layer/attach-layer.ts';
import { AssistOverlay } from './panels/assist-overlay.tsx';
import { FindHost } from './panels/find-host.tsx';
import { SheetBar } from './panels/sheet-bar.tsx';
import { SheetPanels } from './panels/sheet-panels.tsx';
import { RejectedBar } from './rejected-bar.tsx';
import { handleOf } from './sheet-handle.ts';
import { sheetTheme } from './theme.ts';
import type { GridRow, SheetProps } from './types.ts';
import { useFollowRows } from './use-follow-rows.ts';
import { useGridSource } from './use-grid-source.ts';
import { keptLayout, useKeptLayout } from './use-kept-layout.ts';
import { applyLayout, fittingFrozen } from './views/layout.ts';
import './sheet.css';

registerGridModules();

const tell: Notices = { done: notifyDone, problem: notifyProblem, failure: notifyFailure };

const blockRows = 200;
const localeText = { ...AG_GRID_LOCALE_JP, noRowsToShow: sheetText.empty };

function baseOptions<Row>(merging: boolean): GridOptions<GridRow<Row>> {
  const nonce = styleNonce();
  return {
    theme: sheetTheme,
    ...(nonce === '' ? {} : { styleNonce: nonce }),
    ...(merging ? { enableCellSpan: true } : {}),
    animateRows: false,
    // Fewer rows outside the view: a jump paints sooner, and a block boundary is crossed less often.
    rowBuffer: 3,
    // The keyboard, focus and selection are the sheet's own (layer/): AG Grid only draws.
    suppressCellFocus: true,
    suppressHeaderFocus: true,
    suppressDragLeaveHidesColumns: true,
    // In a narrow window the grid would let go of the pinned columns for good.
    processUnpinnedColumns: () => [],
    tooltipShowDelay: 400,
    cacheBlockSize: blockRows,
    maxBlocksInCache: 10,
    maxConcurrentDatasourceRequests: 2,
    blockLoadDebounceMillis: 20,
    infiniteInitialRowCount: 30,
    getRowId: ({ data }) => data.id,
  };
}

function wideOptions<Row>(wide: SheetProps<Row>['wide']): GridOptions<GridRow<Row>> {
  if (wide === undefined) return {};
  return {
    isFullWidthRow: ({ rowNode }) => {
      const row = rowNode.data?.row ?? null;
      return row !== null && wide.is(row);
    },
    fullWidthCellRenderer: ({ data }: { data: GridRow<Row> | undefined }) =>
      data === undefined || data.row === null ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a cell of the grid's own role=row, not of a table
        // biome-ignore lint/a11y/useFocusableInteractive: the sheet's textarea has the focus for all cells
        <div role="gridcell" className="wide-cell">
          {wide.render(data.row)}
        </div>
      ),
  };
}

type Refs<Row> = {
  api: GridApi<GridRow<Row>> | null;
  host: HTMLElement | null;
  layer: Layer | null;
  props: SheetProps<Row>;
  source: ReturnType<typeof useGridSource<Row>> | null;
};

/** The parts of a sheet that live as long as it is on the screen. */
function useRuntime<Row>(refs: Refs<Row>): SheetRuntime<Row> {
  const turns = useTurns();
  const ask = useAsk();
  const [runtime] = useState(() => {
    const made = createSheetRuntime<Row>((store) => ({
      props: () => refs.props,
      view: async () => {
        if (refs.source === null) throw new Error('the sheet is not drawn yet');
        return refs.source.view();
      },
      focus: () => refs.layer?.focus(),
      insert: (text) => refs.layer?.insert(text),
      takeCopy: () => refs.layer?.takeCopy() ?? false,
      turns,
      tell,
      ask,
      grid: createAgPort<Row>({
        api: () => (refs.api?.isDestroyed() === true ? null : refs.api),
        host: () => refs.host,
        column: (id) => refs.props.columns.find((column) => column.id === id),
        total: () => store.getState().total,
        refresh: (what) => refs.source?.refresh(refs.api, what),
      }),
    }));
    const { name, columns } = refs.props;
    made.core.store.setState({ layout: keptLayout(name, columns) });
    return made;
  });
  return runtime;
}

/** Rows of a short list that were read again as they were: the grid sees no change, yet a stand-in may have gone from them. */
function useSettledCells<Row>({ core }: SheetRuntime<Row>, rowData: readonly unknown[] | undefined): void {
  const drawn = useRef(0);
  useEffect(() => {
    if (rowData === undefined || core.pending.settled() === drawn.current) return;
    drawn.current = core.pending.settled();
    core.grid.repaint(null);
  }, [core, rowData]);
}

/** Columns in the order and width their user gave them, with those at the left that do not scroll. */
function usePlacedColumns<Row>(columns: SheetProps<Row>['columns'], { core }: SheetRuntime<Row>) {
  const layout = useStore(core.store, (state) => state.layout);
  const { scale } = useDisplay();
  const { ref, width } = useElementSize();
  const placed = useMemo(() => applyLayout(columns, layout), [columns, layout]);
  const frozen = fittingFrozen(placed, Math.round(width / scale));
  const shown = useMemo(() => placed.map((column, index) => ({ ...column, pinned: index < frozen })), [placed, frozen]);
  return { ref, shown };
}

/** Lays keys, mouse and selection over the grid for as long as it is on the screen. */
function useLayer<Row>(refs: Refs<Row>, runtime: SheetRuntime<Row>) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    refs.host = host.current;
    const layer = attachLayer(runtime, host.current);
    refs.layer = layer;
    const stops = [watchSelection(runtime.core), watchRefused(runtime.core)];
    return () => {
      for (const stop of stops) stop();
      layer.dispose();
      tellLeft(runtime.core);
      refs.layer = null;
    };
  }, [refs, runtime]);
  return host;
}

/** The one grid of the program: every list is this component with its own columns, source and commands. */
export function Sheet<Row>(props: SheetProps<Row>): ReactNode {
  const [refs] = useState<Refs<Row>>(() => ({ api: null, host: null, layer: null, props, source: null }));
  refs.props = props;
  const runtime = useRuntime(refs);
  const source = useGridSource(props, runtime.core);
  refs.source = source;
  const { ref: box, shown } = usePlacedColumns(props.columns, runtime);
  useKeptLayout(props.name, props.columns, runtime.core.store);
  useTotals(props, runtime);
  useFollowRows(runtime, source.rowData, shown);
  useSettledCells(runtime, source.rowData);
  const host = useLayer(refs, runtime);
  return (
    <section
      ref={box}
      className="sheet"
      aria-label={props.label}
      data-testid={testIds.sheet(props.name)}
      data-region="sheet"
    >
      <SheetBar runtime={runtime} />
      <RejectedBar runtime={runtime} />
      <FindHost runtime={runtime} />
      <div className="sheet-body">
        <div className="sheet-grid" ref={host}>
          <DrawnGrid props={props} runtime={runtime} refs={refs} source={source} shown={shown} />
          <AssistOverlay runtime={runtime} />
        </div>
        <SheetPanels runtime={runtime} />
      </div>
      <Announcer runtime={runtime} />
    </section>
  );
}

type DrawnGridProps<Row> = {
  readonly props: SheetProps<Row>;
  readonly runtime: SheetRuntime<Row>;
  readonly refs: Refs<Row>;
  readonly source: ReturnType<typeof useGridSource<Row>>;
  readonly shown: SheetProps<Row>['columns'];
};

/** AG Grid, which only draws. */
function DrawnGrid<Row>({ props, runtime, refs, source, shown }: DrawnGridProps<Row>): ReactNode {
  const { columns, rowNumber, rowNumberTitle = '', wide, emptyText } = props;
  const { store, pending, following } = runtime.core;
  const { rowHeight, headerHeight, scale } = useDisplay();
  const columnDefs = useMemo(
    () => toColDefs<Row>(shown, { rowNumber, rowNumberTitle }, { pending, store, scale }),
    [shown, rowNumber, rowNumberTitle, pending, store, scale],
  );
  const [options] = useState(() => baseOptions<Row>(columns.some((column) => column.mergeKey !== undefined)));
  const wideRows = useMemo(() => wideOptions(wide), [wide]);
  return (
    <AgGridReact<GridRow<Row>>
      {...options}
      {...wideRows}
      rowHeight={rowHeight}
      headerHeight={headerHeight}
      columnDefs={columnDefs}
      localeText={emptyText === undefined ? localeText : { ...localeText, noRowsToShow: emptyText }}
      {...(source.datasource === undefined
        ? { rowModelType: 'clientSide' as const, rowData: source.rowData ?? [] }
        : { rowModelType: 'infinite' as const, datasource: source.datasource })}
      getRowClass={({ data }) =>
        data === undefined || data.row === null ? 'row-gone' : (props.rowClass?.(data.row) ?? '')
      }
      onGridReady={({ api }) => {
        refs.api = api;
        props.onReady?.(handleOf(runtime));
      }}
      onBodyScrollEnd={({ api }) => {
        drawRowsInSight(api, refs.host);
        following.scrolled();
      }}
      onColumnResized={({ api, finished, source: cause }) => {
        if (finished && cause === 'uiColumnResized') keepLayout(runtime, api, scale);
      }}
      onColumnMoved={({ api, finished, source: cause }) => {
        if (finished && cause === 'uiColumnMoved') keepLayout(runtime, api, scale);
      }}
    />
  );
}

/** What the user did to a column by mouse is kept. */
function keepLayout<Row>({ core }: SheetRuntime<Row>, api: GridApi<GridRow<Row>>, scale: number): void {
  const state = api.getColumnState().filter(({ colId }) => colId !== rowNumberColumnId);
  const unscaled = state.map((column) => ({ ...column, width: Math.round((column.width ?? 0) / scale) }));
  core.store.setState({ layout: readLayout(core.props().columns, core.store.getState().layout, unscaled) });
}

/** The screen hears how many rows there are, and the selection stays inside them. */
function useTotals<Row>(props: SheetProps<Row>, runtime: SheetRuntime<Row>): void {
  const total = useStore(runtime.core.store, (state) => state.total);
  const { onTotal } = props;
  useEffect(() => {
    onTotal?.(total);
    runtime.navigation.clamp();
  }, [total, onTotal, runtime]);
}

function Announcer<Row>({ runtime }: { readonly runtime: SheetRuntime<Row> }): ReactNode {
  const announcement = useStore(runtime.core.store, (state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid={testIds.sheetAnnouncement}>
      {announcement}
    </div>
  );
}
