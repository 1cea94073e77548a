import type { SkippedRow } from './skipped-row.ts';
import type { OddRow } from './sound-sheet.ts';

/** A cell of an item row after 〃 and vertical merges were looked through. */
export type RawCell = {
  readonly text: string;
  readonly ditto: boolean;
  readonly merged: boolean;
  /** The value below a text that only the cell's format shows. */
  readonly stored?: string;
};

export type RawItem = {
  readonly kind: 'item';
  readonly row: number;
  readonly hidden: boolean;
  /** Texts of the heading columns, outermost first. */
  readonly levels: readonly RawCell[];
  readonly numberRaw: RawCell | null;
  readonly name: RawCell;
  readonly mark: RawCell | null;
  readonly disposition: RawCell | null;
  readonly note: RawCell | null;
  /** Name of the merged cell that the note stands in. */
  readonly noteGroup: string | null;
  /** Rows below whose note text was joined to this one. */
  readonly joinedRows: readonly number[];
  readonly odd: OddRow | undefined;
};

export type RawHeading = {
  readonly kind: 'heading';
  readonly row: number;
  readonly hidden: boolean;
  readonly parts: readonly HeadingPart[];
  /** It has a status or text of its own, which the ledger has no place for. */
  readonly isRated?: boolean;
};

/** `label`: the level as the row itself names it (基本方針). */
export type HeadingPart = { readonly column: number; readonly text: string; readonly label?: string };

export type RawRow = RawItem | RawHeading | ({ readonly kind: 'skip' } & SkippedRow);
