import type { MergeRange } from '#core/excel/workbook.ts';
import type { StyleName } from './styles.ts';

/**
 * What a layout hands to the writer: plain data, 0-based, no Excel XML. Text stays text whatever it looks like
 * ('=1+1', '0839344666'); only a JavaScript number becomes a number. Dates are serial numbers with a date style.
 */
export type OutCell = { readonly value: string | number | null; readonly style: StyleName };

export type OutRow = {
  /** By column; null leaves the cell out. Cells covered by a merge are drawn by the writer, with the anchor's style. */
  readonly cells: readonly (OutCell | null)[];
  /** Points. Left out, it is estimated so that no text is cut off. */
  readonly height?: number;
};

/** `{page}` and `{pages}` become the page number and the number of pages. */
export type OutHeaderFooter = { readonly left?: string; readonly center?: string; readonly right?: string };

export type OutDataValidation = {
  readonly range: MergeRange;
  /** The choices of a drop-down list: no commas, together at most 255 characters (a limit of Excel). */
  readonly list: readonly string[];
  readonly message?: string;
};

export const PAPER_A3 = 8;
export const PAPER_A4 = 9;

export type OutSheet = {
  /** Made acceptable to Excel by the writer (see sheet-name.ts). */
  readonly name: string;
  /** Width in half-width characters, as Excel's 列の幅. */
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly OutRow[];
  readonly merges: readonly MergeRange[];
  /** First row and column that scroll. */
  readonly freeze?: { readonly row: number; readonly column: number };
  /** First and last row repeated on every printed page. */
  readonly printTitleRows?: readonly [number, number];
  readonly orientation: 'portrait' | 'landscape';
  readonly paperSize: typeof PAPER_A3 | typeof PAPER_A4;
  /** All columns on one page in width; as many pages in height as it takes. */
  readonly fitToWidth: boolean;
  readonly header?: OutHeaderFooter;
  readonly footer?: OutHeaderFooter;
  readonly autoFilter?: MergeRange;
  readonly dataValidations?: readonly OutDataValidation[];
};

export type OutBook = {
  readonly sheets: readonly OutSheet[];
  /** Document title in the file's properties. There is never an author: the file may be published. */
  readonly title?: string;
};
