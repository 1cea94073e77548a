import type { ImportChoices, ImportColumn, ImportKind, ImportRow } from '#shared/contract/imports.ts';
import type { Reader } from '#db/reader.ts';
import type { WriteTx } from '#db/write-tx.ts';
import type { Sheet } from '../workbook.ts';

export type AnalysisInput = {
  readonly sheet: Sheet;
  /** File name without folder; may carry the plan's title or the fiscal year. */
  readonly fileName: string;
  /** Texts of a cover sheet before this one, which may name the plan and the year. */
  readonly cover?: readonly string[];
  readonly reader: Reader;
  readonly choices: ImportChoices;
  /** ISO day of today in Japan. */
  readonly today: string;
  /** Called for each row that is read and again when it is compared, so that a long list can be stopped: throws CANCELLED. */
  readonly onRow?: (() => void) | undefined;
};

/** What one sheet would do to the ledger as it is now. */
export type Analysis = {
  readonly kind: ImportKind;
  /** 1-based rows of the first header block. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ImportColumn[];
  readonly fieldOptions: readonly { readonly field: string; readonly label: string }[];
  /** Every row of the sheet that holds something, in sheet order, skipped rows with their reason. */
  readonly rows: readonly ImportRow[];
  readonly hiddenRows: number;
  readonly hiddenColumns: readonly string[];
  readonly planTitle: string | null;
  readonly fiscalYear: number | null;
  readonly warnings: readonly string[];
  /** Writes the 'add' and 'change' (and accepted 'check') rows. Calls `progress` every few hundred rows; it throws CANCELLED when asked to stop. */
  readonly apply: (tx: WriteTx, progress: (done: number, total: number) => void) => void;
};

/** Knows one kind of sheet: how much a sheet looks like it (0..1), and what importing it would do. */
export type Importer = {
  readonly kind: ImportKind;
  readonly fieldOptions: readonly { readonly field: string; readonly label: string }[];
  readonly score: (sheet: Sheet) => number;
  /** Makes ready what recognition needs of every file, ahead of the first one. Cheap when done before. */
  readonly prepare: () => void;
  readonly analyze: (input: AnalysisInput) => Analysis;
  /**
   * Those of the sheets of this kind that continue one another, as one sheet with rows numbered in thousands by sheet; null when each
   * stands for itself. Asked with two or more sheets.
   */
  readonly join?: (sheets: readonly Sheet[]) => JoinedSheets | null;
};

export type JoinedSheets = {
  readonly sheet: Sheet;
  readonly parts: readonly Sheet[];
};
