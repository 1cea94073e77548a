import type { ImportAction, ImportChoices, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import type { Analysis } from '../excel/recognise/importer.ts';
import type { Workbook } from '../excel/workbook.ts';
import type { ChosenSheet } from './choose-sheet.ts';

export type ImportCounts = ImportPreview['counts'];

/** What the rows of an analysis come to. `read`: rows of data, whatever becomes of them. */
export function countRows(rows: readonly ImportRow[]): ImportCounts {
  const counts: Record<ImportAction, number> = { add: 0, change: 0, same: 0, skip: 0, check: 0 };
  for (const row of rows) counts[row.action] += 1;
  return { ...counts, read: rows.length - counts.skip, total: rows.length };
}

/** Rows to write. A row to check is written as far as it has changes; with a blank before everywhere it is a new record. */
export function countWrites(rows: readonly ImportRow[]): { readonly added: number; readonly changed: number } {
  let added = 0;
  let changed = 0;
  for (const { action, changes } of rows) {
    const isNewCheck = action === 'check' && changes.length > 0 && changes.every((change) => change.before === '');
    if (action === 'add' || (isNewCheck && changes.some((change) => change.field === 'name'))) added += 1;
    else if (action === 'change' || (action === 'check' && changes.length > 0)) changed += 1;
  }
  return { added, changed };
}

type PreviewInput = {
  readonly importId: string;
  readonly revision: number;
  readonly fileName: string;
  readonly workbook: Workbook;
  readonly chosen: ChosenSheet;
  readonly analysis: Analysis;
  readonly choices: ImportChoices;
  /** Number of rows whose outcome became another since they were first shown. */
  readonly changedSince: number;
  readonly warnings: readonly string[];
  readonly milliseconds: number;
};

export function buildPreview({ analysis, chosen, choices, workbook, ...input }: PreviewInput): ImportPreview {
  return {
    importId: input.importId,
    revision: input.revision,
    fileName: input.fileName,
    kind: analysis.kind,
    format: workbook.format,
    encoding: workbook.encoding ?? null,
    sheet: chosen.sheet.name,
    sheets: chosen.rated.map(({ sheet, kind }) => ({ name: sheet.name, hidden: sheet.hidden, kind })),
    headerRows: [...analysis.headerRows],
    columns: [...analysis.columns],
    fieldOptions: [...analysis.fieldOptions],
    counts: countRows(analysis.rows),
    changedFields: changedFields(analysis.rows),
    changedSince: input.changedSince,
    questions: filterRows(analysis.rows, { question: true }).length,
    skipReasons: skipReasons(analysis.rows),
    hiddenRows: analysis.hiddenRows,
    hiddenColumns: [...analysis.hiddenColumns],
    includeHiddenRows: choices.includeHiddenRows !== false,
    includeHiddenColumns: choices.includeHiddenColumns === true,
    planTitle: analysis.planTitle,
    fiscalYear: analysis.fiscalYear,
    warnings: [...input.warnings, ...analysis.warnings],
    milliseconds: Math.round(input.milliseconds),
  };
}

function changedFields(rows: readonly ImportRow[]): ImportPreview['changedFields'] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const { action, changes } of rows) {
    if (action !== 'change') continue;
    for (const { field, label } of changes) counts.set(field, { label, count: (counts.get(field)?.count ?? 0) + 1 });
  }
  return [...counts]
    .map(([field, { label, count }]) => ({ field, label, count }))
    .toSorted((a, b) => b.count - a.count);
}

function skipReasons(rows: readonly ImportRow[]): ImportPreview['skipReasons'] {
  const counts = new Map<string, number>();
  for (const { action, reason } of rows) if (action === 'skip') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}

/** A part that is missing lets every row pass. */
export type RowFilter = {
  readonly actions?: readonly ImportAction[] | undefined;
  readonly changedField?: string | undefined;
  readonly changedSince?: true | undefined;
  readonly question?: true | undefined;
};

/** Rows of the preview that the list shows. */
export function filterRows(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
  const actions = filter.actions === undefined ? null : new Set(filter.actions);
  return rows.filter((row) => {
    if (actions !== null && !actions.has(row.action)) return false;
    if (filter.changedSince === true && row.changedSince !== true) return false;
    if (filter.question === true && row.question === undefined) return false;
    if (filter.changedField === undefined) return true;
    return row.action !== 'add' && row.changes.some((change) => change.field === filter.changedField);
  });
}
