import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { useLedger } from '#renderer/session/app-state.ts';
import type { SheetHandle } from '#renderer/sheet/types.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import type { MeasureRow } from '#shared/contract/measures.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { measuresText } from '#shared/messages/ui/measures.ts';
import { MarkChips } from './mark-chips.tsx';
import { MeasureSheet } from './measure-sheet.tsx';
import { PlanPicker } from './plan-picker.tsx';
import { SidePanel } from './side-panel.tsx';
import { useMeasureRequests } from './use-measure-requests.ts';
import { type MeasureList, type MeasuresState, useMeasures } from './use-measures.ts';
import { type MarkFilter, type RowFilter, visibleRows } from './visible-rows.ts';
import './measures.css';

function subOf(list: MeasureList | undefined): string {
  if (list === undefined) return '';
  const { plan, fiscalYear } = list;
  const year = fiscalYear === null ? measuresText.noYear : formatFiscalYear(fiscalYear);
  return measuresText.sub(year, formatCount(plan.measures), formatCount(plan.placements - plan.measures));
}

function useRowFilter(former: RowFilter['former']) {
  const [mark, setMark] = useState<MarkFilter>({ kind: 'all' });
  const [reposts, setReposts] = useState(true);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [policy, setPolicy] = useState<string | null>(null);
  const filter = useMemo(
    (): RowFilter => ({ mark, reposts, folded, former, policy }),
    [mark, reposts, folded, former, policy],
  );
  const onFold = useCallback((rowId: string) => {
    setFolded((before) =>
      before.has(rowId) ? new Set([...before].filter((id) => id !== rowId)) : new Set([...before, rowId]),
    );
  }, []);
  const showPolicy = useCallback((shown: string | null) => {
    setMark({ kind: 'all' });
    setFolded(new Set());
    setPolicy(shown);
  }, []);
  return { filter, setMark, setReposts, setPolicy, showPolicy, onFold };
}

function MeasuresBody({
  state,
  list,
  rowFilter,
  side,
  onReady,
  onStatus,
}: {
  readonly state: MeasuresState;
  readonly list: MeasureList;
  readonly rowFilter: ReturnType<typeof useRowFilter>;
  readonly side: boolean;
  readonly onReady: (handle: SheetHandle) => void;
  readonly onStatus: (status: string) => void;
}): ReactNode {
  const readOnly = useLedger()?.readOnly ?? true;
  const [at, setAt] = useState({ rowId: '', columnId: '' });
  const onActive = useCallback(
    (row: MeasureRow | null, columnId: string) => setAt({ rowId: row?.rowId ?? '', columnId }),
    [],
  );
  const active = list.rows.find((row) => row.rowId === at.rowId) ?? null;
  const { filter, setMark, setReposts, setPolicy, onFold } = rowFilter;
  return (
    <div className="split">
      <MeasureSheet
        list={list}
        years={state.years}
        filter={filter}
        readOnly={readOnly}
        onFold={onFold}
        bar={<MarkChips list={list} filter={filter} onMark={setMark} onReposts={setReposts} onPolicy={setPolicy} />}
        onReady={onReady}
        onActive={onActive}
        onStatus={onStatus}
      />
      {side ? <SidePanel list={list} row={active} columnId={at.columnId} /> : null}
    </div>
  );
}

function EmptyPlans(): ReactNode {
  return (
    <EmptyState title={measuresText.emptyTitle} body={measuresText.emptyBody}>
      <Button component={Link} href={screens.import.path}>
        {measuresText.emptyImport}
      </Button>
    </EmptyState>
  );
}

function rowsText(shown: number, total: number): string {
  const all = formatCount(total);
  return shown === total ? measuresText.status(all) : measuresText.narrowed(formatCount(shown), all);
}

/** 施策・実施状況: a plan's items with their marks of one fiscal year. */
export function MeasuresScreen(): ReactNode {
  const readOnly = useLedger()?.readOnly ?? true;
  const state = useMeasures();
  const { plans, list, error } = state;
  const rowFilter = useRowFilter(state.former);
  const [handle, setHandle] = useState<SheetHandle | null>(null);
  const [status, setStatus] = useState('');
  useMeasureRequests(state, handle, rowFilter.showPolicy);
  // On a narrow window the notes need the room; the panel is one click away.
  const [side, setSide] = useState(() => window.innerWidth >= 1240);
  const shown = useMemo(
    () => (list === undefined ? [] : visibleRows(list.rows, rowFilter.filter)),
    [list, rowFilter.filter],
  );
  return (
    <Screen
      title={measuresText.title}
      sub={subOf(list)}
      status={status === '' ? (readOnly ? measuresText.hintReadOnly : measuresText.hint) : status}
      statusRight={list === undefined ? '' : rowsText(shown.length, list.rows.length)}
      actions={
        list === undefined ? null : (
          <>
            <Button variant="subtle" aria-pressed={side} onClick={() => setSide(!side)}>
              {side ? measuresText.sideHide : measuresText.sideShow}
            </Button>
            <PlanPicker {...state} />
            <Button variant="default" disabled={readOnly} onClick={() => handle?.run('bulk')}>
              {measuresText.bulk}
            </Button>
            <Button component={Link} href={screens.export.path}>
              {measuresText.exportList}
            </Button>
          </>
        )
      }
    >
      <div className="band">
        <ErrorPanel error={error} />
      </div>
      {plans !== undefined && plans.length === 0 ? <EmptyPlans /> : null}
      {list === undefined ? null : (
        <MeasuresBody
          state={state}
          list={list}
          rowFilter={rowFilter}
          side={side}
          onReady={setHandle}
          onStatus={setStatus}
        />
      )}
    </Screen>
  );
}
