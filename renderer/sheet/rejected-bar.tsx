import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { notifyFailure, notifyProblem } from '#renderer/ui/notify.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import { sheetText } from '#shared/messages/ui/sheet.ts';
import type { SheetRuntime } from './core/runtime.ts';

/** Why the ledger did not take what was typed; the text stays in its cell until it is mended or given up. */
export function RejectedBar<Row>({ runtime }: { readonly runtime: SheetRuntime<Row> }): ReactNode {
  const { core, rows, editor } = runtime;
  const rejected = useStore(core.pending.rejected);
  const edit = rejected.at(-1);
  if (edit === undefined) return null;
  const fix = async () => {
    if (!(await rows.goToRow(edit.rowId, edit.columnId))) {
      notifyProblem(sheetText.refusedHidden);
      return;
    }
    core.focus();
    editor.begin('caret');
  };
  const giveUp = (edits: typeof rejected) => {
    core.pending.dropAll(edits);
    core.grid.repaint(edits);
    core.focus();
  };
  return (
    <div className="error-panel sheet-rejected" role="alert" data-testid={testIds.sheetRejected}>
      <p>
        {edit.message}
        {rejected.length > 1 ? ` (${sheetText.rejectedMore(rejected.length - 1)})` : ''}
      </p>
      <Button variant="default" onClick={() => void fix().catch(notifyFailure)}>
        {sheetText.fix}
      </Button>
      <Button variant="default" onClick={() => giveUp([edit])}>
        {sheetText.giveUp}
      </Button>
      {rejected.length > 1 ? (
        <Button variant="default" onClick={() => giveUp(rejected)}>
          {sheetText.giveUpAll}
        </Button>
      ) : null}
    </div>
  );
}
