import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { Analysis } from '#core/excel/recognise/importer.ts';
import { statusListImporter } from '#core/excel/recognise/status-list/importer.ts';
import type { MergeRange, Sheet, SheetCell } from '#core/excel/workbook.ts';
import type { ImportAction, ImportChoices } from '#shared/contract/imports.ts';
import type { Ledger } from '#db/open.ts';
import { listMeasures, listPlans } from '#db/queries/measures.ts';
import { createReader } from '#db/reader.ts';
import type { WriteResult } from '#db/write-tx.ts';
import { writeAs } from './temp-ledger.ts';

export type SheetOptions = {
  readonly name?: string;
  /** 'A1:C1', 0-based ranges, whichever is easier to read. */
  readonly merges?: readonly (string | MergeRange)[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
};

type Value = string | number | null;

/** A sheet of texts and numbers; '' and null are empty cells. Hidden rows are 1-based, hidden columns 0-based. */
export function sheetOf(rows: readonly (readonly Value[])[], options: SheetOptions = {}): Sheet {
  const cells = rows.map((row) => row.map(toCell));
  return {
    name: options.name ?? 'Sheet1',
    hidden: false,
    rows: cells
      .map((row, index) => ({ index, hidden: options.hiddenRows?.includes(index + 1) ?? false, cells: row }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
    merges: (options.merges ?? []).map((merge) => (typeof merge === 'string' ? toRange(merge) : merge)),
    hiddenColumns: options.hiddenColumns ?? [],
    columnCount: Math.max(...rows.map((row) => row.length)),
  };
}

function toCell(value: Value): SheetCell | null {
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { type: 'number', text: String(value), number: value }
    : { type: 'text', text: value };
}

function toRange(text: string): MergeRange {
  const [, c1 = 'A', r1 = '1', c2 = 'A', r2 = '1'] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(text) ?? [];
  const column = (letter: string): number => letter.charCodeAt(0) - 65;
  return { r1: Number(r1) - 1, c1: column(c1), r2: Number(r2) - 1, c2: column(c2) };
}

export const yamaguchiTitle = '山口市協働推進プラン実行計画実施状況一覧';

/** First sheet of a fixture by its file name. */
export async function fixtureSheet(name: string): Promise<Sheet> {
  const bytes = readFileSync(join(import.meta.dirname, '../fixtures', name));
  return firstSheet(await parseWorkbook(bytes));
}

export function firstSheet({ sheets }: { readonly sheets: readonly Sheet[] }): Sheet {
  const sheet = sheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

export type AnalyzeOptions = { readonly fileName?: string; readonly choices?: ImportChoices; readonly today?: string };

export function analyze(ledger: Ledger, sheet: Sheet, options: AnalyzeOptions = {}): Analysis {
  return statusListImporter.analyze({
    sheet,
    fileName: options.fileName ?? '一覧.xlsx',
    reader: createReader(ledger.connection),
    choices: options.choices ?? {},
    today: options.today ?? '2026-05-10',
  });
}

/** Analyses and writes at once. */
export function importSheet(
  ledger: Ledger,
  sheet: Sheet,
  options: AnalyzeOptions = {},
): { readonly analysis: Analysis; readonly result: WriteResult<unknown> } {
  const analysis = analyze(ledger, sheet, options);
  const result = writeAs(ledger, '取込', (tx) => analysis.apply(tx, () => undefined));
  return { analysis, result };
}

/** Rows of an analysis by what would be done with them. */
export function countActions({ rows }: Analysis): Record<ImportAction, number> {
  const counts = { add: 0, change: 0, same: 0, skip: 0, check: 0 };
  for (const row of rows) counts[row.action] += 1;
  return counts;
}

/** The only plan's list. */
export function onlyList(ledger: Ledger, fiscalYear?: number) {
  const plan = listPlans(ledger)[0];
  if (plan === undefined) throw new Error('no plan');
  return listMeasures(ledger, plan.id, fiscalYear);
}

/** Rows as a person would read them aloud: depth, number, name, mark, disposition, note. */
export function printed(ledger: Ledger, fiscalYear?: number): string[] {
  return onlyList(ledger, fiscalYear).rows.map((row) => {
    const text = `${'  '.repeat(row.depth)}${row.numberRaw}|${row.name}${row.repostLabel}`;
    if (row.kind === 'heading') return text;
    return `${text}|${row.mark.text}|${row.disposition.text}|${row.note ?? ''}`;
  });
}
