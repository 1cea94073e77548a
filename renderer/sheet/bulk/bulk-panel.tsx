import { Button, CloseButton, Radio, Select, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { BulkChange, BulkTarget } from '#renderer/sheet/types.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { focusElement } from '#renderer/ui/focus-element.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetBulkText } from '#shared/messages/ui/sheet-bulk.ts';
import { type BulkColumn, type BulkDraft, type BulkWay, type DraftedChange, draftedChange } from './bulk-draft.ts';
import { BulkValue } from './bulk-value.tsx';
import { type BulkOutlook, useBulkOutlook } from './use-bulk-outlook.ts';
import './bulk.css';

type BulkRows = { readonly count: number; readonly target: BulkTarget };

type BulkPanelProps = {
  /** Columns that can be edited; `bulkColumns` picks them. */
  readonly columns: readonly BulkColumn[];
  readonly selected: BulkRows | null;
  /** All rows of the list as it is shown. */
  readonly filtered: BulkRows;
  /** True when a search or filter hides rows: 絞り込んだ n 件 instead of 全 n 件. */
  readonly narrowed: boolean;
  readonly check: (change: BulkChange) => Promise<BulkOutlook>;
  readonly apply: (change: BulkChange) => Promise<{ readonly changed: number }>;
  /** 「元に戻す」 of what was just applied. */
  readonly undo: () => Promise<void>;
  readonly onClose: () => void;
};

type Result =
  | { readonly state: 'open' | 'busy' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'done'; readonly changed: number; readonly field: string; readonly undone: boolean };

/** まとめて変更: one field of many rows, with what will change told before. */
export function BulkPanel(props: BulkPanelProps): ReactNode {
  const { result, setResult, run, takeBack } = useBulkRun(props);
  return (
    <aside className="side bulk-panel" aria-label={sheetBulkText.title} data-testid={testIds.bulkPanel}>
      <div className="bulk-head">
        <h2 className="grow">{sheetBulkText.title}</h2>
        <CloseButton onClick={props.onClose} aria-label={sheetBulkText.close} />
      </div>
      <BulkForm {...props} result={result} onRun={run} onTouch={() => setResult({ state: 'open' })}>
        {result.state === 'done' ? (
          <Done result={result} onUndo={takeBack} onAgain={() => setResult({ state: 'open' })} />
        ) : null}
      </BulkForm>
    </aside>
  );
}

/** Making the change, and taking it back. */
function useBulkRun({ apply, undo }: BulkPanelProps) {
  const [result, setResult] = useState<Result>({ state: 'open' });
  const run = async (change: BulkChange, field: string) => {
    setResult({ state: 'busy' });
    try {
      const { changed } = await apply(change);
      setResult({ state: 'done', changed, field, undone: false });
    } catch (failure) {
      setResult({ state: 'failed', error: failure });
    }
  };
  const takeBack = async () => {
    if (result.state !== 'done') return;
    try {
      await undo();
      setResult({ ...result, undone: true });
    } catch (failure) {
      setResult({ state: 'failed', error: failure });
    }
  };
  return { result, setResult, run, takeBack };
}

type BulkFormProps = BulkPanelProps & {
  readonly result: Result;
  readonly onRun: (change: BulkChange, field: string) => void;
  /** Something else is wanted now than what was done or has failed. */
  readonly onTouch: () => void;
  /** Stands in place of the fields after a change was made; what was chosen in them stays. */
  readonly children: ReactNode;
};

function BulkForm({ result, onRun, onTouch, children, ...props }: BulkFormProps): ReactNode {
  const { columns, selected, filtered } = props;
  const [draft, setDraft] = useState<BulkDraft>(() => ({
    rows: selected === null ? 'filtered' : 'selected',
    columnId: columns[0]?.id ?? '',
    way: 'set',
    value: null,
  }));
  const column = columns.find(({ id }) => id === draft.columnId);
  const rows = draft.rows === 'selected' && selected !== null ? selected : filtered;
  const drafted = draftedChange(draft, column, rows.count === 0 ? null : rows.target);
  const change = drafted.ok ? drafted.change : null;
  const { outlook, error } = useBulkOutlook(result.state === 'done' ? null : change, props.check);
  const set = (part: Partial<BulkDraft>) => {
    setDraft((former) => ({ ...former, ...part }));
    onTouch();
  };
  if (result.state === 'done') return children;
  return (
    <>
      <RowChoice {...props} draft={draft} onChange={(chosen) => set({ rows: chosen })} />
      <Select
        label={sheetBulkText.field}
        data={columns.map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.columnId}
        onChange={(columnId) => set({ columnId: columnId ?? '', way: 'set', value: null })}
        searchable
      />
      {column === undefined ? null : <WayChoice draft={draft} column={column} onChange={(way) => set({ way })} />}
      {column === undefined || draft.way === 'clear' ? null : (
        <BulkValue column={column} value={draft.value} onChange={(value) => set({ value })} />
      )}
      <Outlook drafted={drafted} outlook={outlook} />
      <ErrorPanel error={result.state === 'failed' ? result.error : error} />
      <div className="bulk-actions">
        <Button
          onClick={() => {
            if (change !== null && column !== undefined) onRun(change, column.title);
          }}
          disabled={outlook === null || outlook.changed === 0}
          loading={result.state === 'busy'}
          data-testid={testIds.bulkApply}
        >
          {sheetBulkText.applyRecords(formatCount(outlook?.changed ?? 0))}
        </Button>
      </div>
    </>
  );
}

type RowChoiceProps = Pick<BulkPanelProps, 'selected' | 'filtered' | 'narrowed'> & {
  readonly draft: BulkDraft;
  readonly onChange: (rows: BulkDraft['rows']) => void;
};

function RowChoice({ selected, filtered, narrowed, draft, onChange }: RowChoiceProps): ReactNode {
  const words = narrowed ? sheetBulkText.filtered : sheetBulkText.all;
  return (
    <Radio.Group
      label={sheetBulkText.target}
      value={selected === null ? 'filtered' : draft.rows}
      onChange={(chosen) => onChange(chosen === 'selected' ? 'selected' : 'filtered')}
    >
      <Stack gap={4} mt={4}>
        {selected === null ? null : (
          <Radio size="xs" value="selected" label={sheetBulkText.selected(formatCount(selected.count))} />
        )}
        <Radio size="xs" value="filtered" label={words(formatCount(filtered.count))} />
      </Stack>
    </Radio.Group>
  );
}

type WayChoiceProps = {
  readonly draft: BulkDraft;
  readonly column: BulkColumn;
  readonly onChange: (way: BulkWay) => void;
};

const waysOfOne = { set: sheetBulkText.set, clear: sheetBulkText.clear } as const;
const waysOfMany = {
  set: sheetBulkText.replace,
  add: sheetBulkText.add,
  remove: sheetBulkText.remove,
  clear: sheetBulkText.clear,
} as const;

function isWay(text: string): text is BulkWay {
  return text in waysOfMany;
}

function WayChoice({ draft, column, onChange }: WayChoiceProps): ReactNode {
  const ways = Object.entries(column.editor.kind === 'many' ? waysOfMany : waysOfOne);
  return (
    <Radio.Group label={sheetBulkText.mode} value={draft.way} onChange={(way) => isWay(way) && onChange(way)}>
      <Stack gap={4} mt={4}>
        {ways.map(([way, label]) => (
          <Radio key={way} size="xs" value={way} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Outlook({
  drafted,
  outlook,
}: {
  readonly drafted: DraftedChange;
  readonly outlook: BulkOutlook | null;
}): ReactNode {
  return (
    <div className="bulk-outlook" role="status" data-testid={testIds.bulkOutlook}>
      {drafted.ok ? (
        <>
          {drafted.shown === '' ? null : <p className="bulk-meaning">{drafted.shown}</p>}
          <p>{outlookWords(outlook)}</p>
        </>
      ) : (
        <p className={drafted.isMistake ? 'text-bad' : 'muted'}>{drafted.reason}</p>
      )}
    </div>
  );
}

function outlookWords(outlook: BulkOutlook | null): string {
  if (outlook === null) return sheetBulkText.checking;
  if (outlook.changed === 0) return sheetBulkText.noChange;
  return sheetBulkText.willChange(formatCount(outlook.changed), formatCount(outlook.rows));
}

type DoneProps = {
  readonly result: { readonly changed: number; readonly field: string; readonly undone: boolean };
  readonly onUndo: () => void;
  readonly onAgain: () => void;
};

function Done({ result, onUndo, onAgain }: DoneProps): ReactNode {
  return (
    <>
      <p className="bulk-outlook" role="status" data-testid={testIds.bulkOutlook}>
        {result.undone ? sheetBulkText.undone : sheetBulkText.done(formatCount(result.changed), result.field)}
      </p>
      <div className="bulk-actions">
        {result.undone ? null : (
          <Button variant="default" onClick={onUndo} data-testid={testIds.bulkUndo}>
            {sheetBulkText.undo}
          </Button>
        )}
        <Button onClick={onAgain} ref={focusElement}>
          {sheetBulkText.again}
        </Button>
      </div>
    </>
  );
}
