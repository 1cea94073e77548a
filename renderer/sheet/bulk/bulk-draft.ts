import { commitText } from '#renderer/sheet/edit/assist.ts';
import type { BulkChange, BulkMode, BulkTarget, SheetColumn, SheetEditor } from '#renderer/sheet/types.ts';
import { sheetBulkText } from '#shared/messages/ui/sheet-bulk.ts';

/** A column of which many cells can be set at once. */
export type BulkColumn = {
  readonly id: string;
  readonly title: string;
  readonly editor: SheetEditor;
  readonly read?: SheetColumn<never>['read'];
};

/** The columns of a sheet that can be edited. */
export function bulkColumns<Row>(columns: readonly SheetColumn<Row>[]): readonly BulkColumn[] {
  return columns.flatMap(({ id, title, editor, read }) =>
    editor === undefined ? [] : [{ id, title, editor, ...(read === undefined ? {} : { read }) }],
  );
}

export type BulkWay = BulkMode | 'clear';

/** What is set in the panel so far. */
export type BulkDraft = {
  readonly rows: 'selected' | 'filtered';
  readonly columnId: string;
  readonly way: BulkWay;
  /** Typed or chosen; of several labels one a line. Null = nothing chosen yet. */
  readonly value: string | null;
};

/** A change ready to be checked, or what is missing for it. */
export type DraftedChange =
  | { readonly ok: true; readonly change: BulkChange; readonly shown: string }
  | { readonly ok: false; readonly reason: string; readonly isMistake: boolean };

function missing(reason: string): DraftedChange {
  return { ok: false, reason, isMistake: false };
}

/** Reads the panel; a value that the column's own reading refuses never reaches the ledger. */
export function draftedChange(
  draft: BulkDraft,
  column: BulkColumn | undefined,
  target: BulkTarget | null,
): DraftedChange {
  if (target === null || column === undefined) return missing(sheetBulkText.noRows);
  const isClear = draft.way === 'clear';
  if (!isClear && (draft.value === null || (column.editor.kind === 'many' && draft.value === '')))
    return missing(sheetBulkText.pick);
  const text = isClear ? '' : commitText(column.editor, draft.value ?? '', null);
  if (!isClear && text.trim() === '' && column.editor.kind !== 'choice') return missing(sheetBulkText.typeValue);
  // Taking a label away needs no valid whole value.
  const reading = draft.way === 'remove' ? undefined : column.read?.(text);
  if (reading !== undefined && !reading.ok) return { ok: false, reason: reading.reason, isMistake: true };
  const mode = draft.way === 'clear' ? 'set' : draft.way;
  const shown = reading === undefined || reading.shown === text.trim() ? '' : reading.shown;
  return { ok: true, change: { target, columnId: column.id, mode, text }, shown };
}
