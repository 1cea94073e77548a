import type { MergeRange, Sheet, SheetCell, SheetRow } from '#core/excel/workbook.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { MAX_CELL_SLOTS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT_CHARACTERS, MAX_TOTAL_MERGE_CELLS } from './limits.ts';
import { createOverlapCheck, isTooLarge, isWholeColumns, mergeArea } from './merge-ranges.ts';

/** What is left of the limits that hold for a whole workbook. */
export type Budget = { slots: number; characters: number; mergeCells: number };

export function newBudget(): Budget {
  return { slots: MAX_CELL_SLOTS, characters: MAX_TEXT_CHARACTERS, mergeCells: MAX_TOTAL_MERGE_CELLS };
}

/**
 * Collects one sheet from any format and holds it within the limits. Only rows with a value are kept, so a million formatted
 * empty rows cost nothing; merges are cut to the used range and values hidden under a merge are dropped, as Excel shows it.
 */
export class SheetBuilder {
  readonly #name: string;
  readonly #budget: Budget;
  readonly #rows = new Map<number, { readonly hidden: boolean; readonly cells: (SheetCell | null)[] }>();
  readonly #merges: MergeRange[] = [];
  readonly #hiddenColumns: (readonly [number, number])[] = [];

  constructor(name: string, budget: Budget) {
    this.#name = name;
    this.#budget = budget;
  }

  /** Where an error is, in the user's words. */
  get place(): string {
    return `シート「${this.#name}」`;
  }

  /** Throws SHEET_OUT_OF_RANGE unless the 0-based place can exist in Excel. */
  check(row: number, column: number): void {
    const isInside = row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
    if (!isInside || !Number.isInteger(row) || !Number.isInteger(column)) {
      throw new AppError('SHEET_OUT_OF_RANGE', { where: this.place });
    }
  }

  addRow(index: number, hidden: boolean, cells: readonly (readonly [number, SheetCell])[]): void {
    this.check(index, 0);
    if (cells.length === 0) return;
    const known = this.#rows.get(index);
    const row = { hidden: hidden || (known?.hidden ?? false), cells: known?.cells ?? [] };
    for (const [column, cell] of cells) {
      this.check(index, column);
      const places = Math.max(0, column + 1 - row.cells.length);
      this.#spend(places, cell.text.length + (cell.stored?.length ?? 0));
      while (row.cells.length < column) row.cells.push(null);
      row.cells[column] = cell;
    }
    this.#rows.set(index, row);
  }

  addHiddenColumns(first: number, last: number): void {
    this.check(0, first);
    this.check(0, last);
    this.#hiddenColumns.push([first, last]);
  }

  addMerge(range: MergeRange): void {
    this.check(range.r1, range.c1);
    this.check(range.r2, range.c2);
    if (isTooLarge(range)) throw new AppError('MERGE_TOO_LARGE', { where: this.place });
    if (range.r2 >= range.r1 && range.c2 >= range.c1) this.#merges.push(range);
  }

  build(hidden: boolean): Sheet {
    const merges = this.#mergesInUse();
    const rows: SheetRow[] = [];
    for (const index of [...this.#rows.keys()].sort((a, b) => a - b)) {
      const row = this.#rows.get(index);
      if (row === undefined) continue;
      while (row.cells.length > 0 && row.cells.at(-1) === null) row.cells.pop();
      if (row.cells.length > 0) rows.push({ index, hidden: row.hidden, cells: row.cells });
    }
    const columnCount = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    return { name: this.#name, hidden, rows, merges, hiddenColumns: this.#hiddenWithin(columnCount), columnCount };
  }

  #spend(slots: number, characters: number): void {
    this.#budget.slots -= slots;
    this.#budget.characters -= characters;
    if (this.#budget.slots < 0 || this.#budget.characters < 0)
      throw new AppError('SHEET_OUT_OF_RANGE', { where: this.place });
  }

  #usedRange(): { readonly r2: number; readonly c2: number } {
    let [r2, c2] = [-1, -1];
    for (const [index, row] of this.#rows) {
      r2 = Math.max(r2, index);
      c2 = Math.max(c2, row.cells.length - 1);
    }
    return { r2, c2 };
  }

  /** Merges cut to the used range; the values under them are dropped. */
  #mergesInUse(): readonly MergeRange[] {
    const used = this.#usedRange();
    const isFree = createOverlapCheck();
    return this.#merges
      .filter((merge) => merge.r1 <= used.r2 && merge.c1 <= used.c2)
      .flatMap((merge) => {
        const cut = { ...merge, r2: Math.min(merge.r2, used.r2), c2: Math.min(merge.c2, used.c2) };
        this.#budget.mergeCells -= mergeArea(cut);
        if (this.#budget.mergeCells < 0) throw new AppError('MERGE_TOO_LARGE', { where: this.place });
        if (isWholeColumns(merge) || !isFree(cut)) return [];
        this.#dropCovered(cut);
        return [cut];
      });
  }

  #dropCovered(merge: MergeRange): void {
    for (let index = merge.r1; index <= merge.r2; index += 1) {
      const cells = this.#rows.get(index)?.cells;
      if (cells === undefined) continue;
      const first = index === merge.r1 ? merge.c1 + 1 : merge.c1;
      for (let column = first; column <= Math.min(merge.c2, cells.length - 1); column += 1) cells[column] = null;
    }
  }

  #hiddenWithin(columnCount: number): number[] {
    const hidden = new Set<number>();
    for (const [first, last] of this.#hiddenColumns) {
      for (let column = first; column <= Math.min(last, columnCount - 1); column += 1) hidden.add(column);
    }
    return [...hidden].sort((a, b) => a - b);
  }
}
