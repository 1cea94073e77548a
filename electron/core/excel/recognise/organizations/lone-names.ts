import type { SheetRow } from '#core/excel/workbook.ts';
import { filledCells } from '../table/sheet-grid.ts';

/** So many rows below one another that hold a name only are groups: a heading has its groups below it. */
const LEAST_RUN = 3;

type Rows = {
  readonly rows: readonly SheetRow[];
  /** The column of names. */
  readonly name: number;
  /** Whether the row holds nothing but what may be a name. */
  readonly isLone: (row: SheetRow) => boolean;
};

/** Rows with a name only that stand among others of their kind: in a run of them, or in a list of mere names. */
export function rowsAmongNames({ rows, name, isLone }: Rows): ReadonlySet<number> {
  const lone = rows.filter(isLone).map((row) => row.index);
  const hasMore = rows.some((row) => (row.cells[name]?.text.trim() ?? '') !== '' && filledCells(row).length > 1);
  if (!hasMore) return new Set(lone);
  const among = new Set<number>();
  let run: number[] = [];
  for (const index of lone) {
    if (run.at(-1) !== index - 1) run = [];
    run.push(index);
    if (run.length >= LEAST_RUN) for (const each of run) among.add(each);
  }
  return among;
}
