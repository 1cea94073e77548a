/**
 * The neutral form of a foreign workbook: what the reader produces in its own process and what recognition reads.
 * Plain data, so that it crosses a process boundary by structured clone.
 */
export type CellType = 'text' | 'number' | 'date' | 'boolean' | 'error';

export type SheetCell = {
  readonly type: CellType;
  /**
   * What the cell says: its text, shortest decimal (number), ISO date or date-time (date), TRUE/FALSE, or the error (#REF!). Where a
   * format makes words, fillings or separators of the value, the text that is shown (非公開, 下市0001, 750-0001; '' for a hidden one).
   */
  readonly text: string;
  /** The value below a text that only the cell's format shows: 1 of 非公開. Its number as shortest decimal. */
  readonly stored?: string;
  /** The number of a number cell. A percent-formatted 0.395 stays 0.395 with `percent`. */
  readonly number?: number;
  readonly percent?: true;
  /** The value is the cached result of a formula. */
  readonly formula?: true;
  /** Furigana stored with the text, if any. */
  readonly phonetic?: string;
};

export type SheetRow = {
  /** 0-based position in the sheet; the row a user sees is index + 1. */
  readonly index: number;
  readonly hidden: boolean;
  /** By 0-based column; null = empty. Trailing empty cells are dropped. Rows without any value are not listed. */
  readonly cells: readonly (SheetCell | null)[];
};

/** Inclusive, 0-based. The value lives in the top-left cell. */
export type MergeRange = { readonly r1: number; readonly c1: number; readonly r2: number; readonly c2: number };

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergeRange[];
  readonly hiddenColumns: readonly number[];
  readonly columnCount: number;
};

export type WorkbookFormat = 'xlsx' | 'xlsm' | 'xls' | 'ods' | 'csv';

export type Workbook = {
  readonly format: WorkbookFormat;
  /** Character encoding of a text file: 'UTF-8', 'UTF-8 BOM', 'Shift_JIS', 'UTF-16LE'. */
  readonly encoding?: string;
  readonly sheets: readonly Sheet[];
  /** Names of sheets that a damaged file lists but does not hold. */
  readonly missingSheets?: readonly string[];
};
