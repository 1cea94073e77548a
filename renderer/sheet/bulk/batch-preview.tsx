import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Preview } from '#renderer/sheet/core/state.ts';
import type { BatchCheck } from '#renderer/sheet/types.ts';
import { focusElement } from '#renderer/ui/focus-element.ts';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import { shortened } from '#shared/domain/shortened.ts';
import { commonText } from '#shared/messages/ui/common.ts';
import { sheetBulkText } from '#shared/messages/ui/sheet-bulk.ts';
import './bulk.css';

type BatchPreviewProps = {
  /** 貼り付け, すべて置換 …. */
  readonly title: string;
  /** Null while it is computed. */
  readonly check: BatchCheck | null;
  /** Cells that cannot be changed and are left out. */
  readonly skippedReadOnly: number;
  /** Values that lists of the columns do not have yet, a line for each column. */
  readonly newValues: readonly string[];
  readonly samples: Preview['samples'];
  readonly refused: Preview['refused'];
  readonly onApply: () => void;
  readonly onCancel: () => void;
};

const mostSamples = 100;
const mostRefused = 200;
/** A cell may hold a page of text; the table shows its beginning. */
const longestShown = 200;

function shown(text: string): string {
  return text === '' ? sheetBulkText.blank : shortened(text, longestShown);
}

function applyWords({ changed, added }: BatchCheck): string {
  if (added === 0) return sheetBulkText.apply(formatCount(changed));
  if (changed === 0) return sheetBulkText.applyRows(formatCount(added));
  return sheetBulkText.applyBoth(formatCount(changed), formatCount(added));
}

/** What a paste, a fill or a replacement would do, before it is written. Enter applies, Esc gives up. */
export function BatchPreview(props: BatchPreviewProps): ReactNode {
  const { title, check, skippedReadOnly, newValues, samples, refused, onApply, onCancel } = props;
  const canApply = check !== null && check.changed + check.added > 0;
  return (
    <Modal opened onClose={onCancel} title={title} size="xl" closeButtonProps={{ 'aria-label': commonText.close }}>
      <div className="batch" data-testid={testIds.batchPreview} aria-busy={check === null}>
        {check === null ? (
          // Not the close button: who presses Enter too early means to apply.
          <p className="batch-wait" role="status" tabIndex={-1} data-autofocus>
            {sheetBulkText.checking}
          </p>
        ) : (
          <>
            <div role="status">
              <Counts check={check} skippedReadOnly={skippedReadOnly} />
              {newValues.map((line) => (
                <p key={line} className="batch-new">
                  {line}
                </p>
              ))}
            </div>
            <div className="batch-tables">
              <Refused refused={refused} total={check.refusedTotal} />
              <Samples samples={samples} changed={check.changed} />
            </div>
          </>
        )}
        <div className="batch-foot">
          <span className="grow muted">
            {check !== null && !canApply ? sheetBulkText.nothing : sheetBulkText.undoHint}
          </span>
          <Button variant="default" onClick={onCancel}>
            {sheetBulkText.cancel}
          </Button>
          {/* Another button once the answer is there: it takes the focus, so that Enter applies. */}
          <Button
            key={canApply ? 'ready' : 'waiting'}
            // A dialog that has been open takes no more notice of data-autofocus.
            ref={canApply ? focusElement : undefined}
            data-autofocus={canApply ? true : undefined}
            onClick={onApply}
            disabled={!canApply}
            data-testid={testIds.batchApply}
          >
            {check === null ? sheetBulkText.checking : applyWords(check)}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

type CountProps = { readonly check: BatchCheck; readonly skippedReadOnly: number };

function Counts({ check, skippedReadOnly }: CountProps): ReactNode {
  const counts = [
    { key: 'changed', words: sheetBulkText.changed, count: check.changed, tone: '' },
    { key: 'added', words: sheetBulkText.added, count: check.added, tone: '' },
    { key: 'same', words: sheetBulkText.same, count: check.same, tone: 'quiet' },
    { key: 'read-only', words: sheetBulkText.readOnly, count: skippedReadOnly, tone: 'quiet' },
    { key: 'refused', words: sheetBulkText.refused, count: check.refusedTotal, tone: 'bad' },
  ].filter(({ key, count }) => count > 0 || key === 'changed');
  return (
    <dl className="batch-counts">
      {counts.map(({ key, words, count, tone }) => (
        <div key={key} className={tone} data-testid={testIds.batchCount(key)} data-count={count}>
          <dt>{words}</dt>
          <dd>
            {key === 'added' ? sheetBulkText.groups(formatCount(count)) : sheetBulkText.cells(formatCount(count))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Refused({ refused, total }: { readonly refused: Preview['refused']; readonly total: number }): ReactNode {
  if (refused.length === 0) return null;
  const listed = refused.slice(0, mostRefused);
  return (
    <section>
      <h3 className="text-bad">
        {listed.length < total
          ? sheetBulkText.refusedFirst(formatCount(listed.length), formatCount(total))
          : sheetBulkText.refusedTitle}
      </h3>
      <CellTable
        heads={[sheetBulkText.entered, sheetBulkText.reason]}
        cells={listed}
        tell={({ text, message }) => [shown(text), message]}
      />
    </section>
  );
}

function Samples({ samples, changed }: { readonly samples: Preview['samples']; readonly changed: number }): ReactNode {
  if (samples.length === 0) return null;
  const listed = samples.slice(0, mostSamples);
  return (
    <section>
      <h3>
        {listed.length < changed ? sheetBulkText.samplesFirst(formatCount(listed.length)) : sheetBulkText.samplesTitle}
      </h3>
      <CellTable
        heads={[sheetBulkText.before, sheetBulkText.after]}
        cells={listed}
        tell={({ before, after }) => [<del key="before">{shown(before)}</del>, <ins key="after">{shown(after)}</ins>]}
      />
    </section>
  );
}

type CellTableProps<Cell> = {
  /** What is told of each cell, behind its record and column. */
  readonly heads: readonly [string, string];
  readonly cells: readonly Cell[];
  readonly tell: (cell: Cell) => readonly [ReactNode, ReactNode];
};

function CellTable<Cell extends { readonly record: string; readonly column: string }>({
  heads,
  cells,
  tell,
}: CellTableProps<Cell>): ReactNode {
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th className="batch-record">{sheetBulkText.record}</th>
          <th className="batch-column">{sheetBulkText.column}</th>
          <th>{heads[0]}</th>
          <th>{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell, index) => {
          const [first, second] = tell(cell);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order, and records may share a name
            <tr key={index}>
              <td>{shown(cell.record)}</td>
              <td>{cell.column}</td>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
