import type { ImportCell } from '#db/commands/plan-import.ts';
import type { SkippedRow } from './skipped-row.ts';

/** A heading of the file. `parent` is an index into the list's headings; parents stand before their children. */
export type ParsedHeading = {
  /** 0-based sheet row where it stands first. */
  readonly row: number;
  readonly hidden: boolean;
  /** False when it stands in a column of a measure's row. */
  readonly ownRow: boolean;
  readonly depth: number;
  /** What the list calls this level in the heading's own row; '' when it does not. */
  readonly label: string;
  readonly isRated: boolean;
  readonly parent: number | null;
  readonly numberRaw: string;
  readonly numberGap: string;
  readonly numberKey: string;
  readonly name: string;
  readonly nameKey: string;
};

export type RepostEvidence = 'label' | 'dashes' | 'duplicate';

/** A row of the list: a measure, or a 再掲 of one. */
export type ParsedItem = {
  readonly row: number;
  readonly hidden: boolean;
  readonly parent: number | null;
  readonly numberRaw: string;
  readonly numberGap: string;
  readonly numberKey: string;
  /** Without the label of a 再掲. */
  readonly name: string;
  readonly nameKey: string;
  readonly label: string;
  /** A cell of the row calls it a 再掲 in words that are no label to print. */
  readonly saysRepost: boolean;
  /** undefined = the file has no such column. */
  readonly mark: ImportCell | undefined;
  readonly disposition: ImportCell | undefined;
  /** '' = blank. */
  readonly note: string | undefined;
  /** The note stands in a merged cell that begins in a row above. */
  readonly isNoteOfAbove: boolean;
  /** Items with the same name share one merged cell. */
  readonly noteGroup: string | null;
  readonly fixes: readonly string[];
  /** Why a person should look; '' = nothing. */
  readonly doubt: string;
  readonly repost: { readonly evidence: RepostEvidence; readonly target: number | null } | null;
  /** Set when the row must not be written. */
  readonly refused: string;
};

/** Headings and items in printed order. */
export type ParsedLine = { readonly kind: 'heading' | 'item'; readonly index: number };

export type ParsedList = {
  readonly headings: readonly ParsedHeading[];
  readonly items: readonly ParsedItem[];
  readonly lines: readonly ParsedLine[];
  readonly skipped: readonly SkippedRow[];
  readonly levelLabels: readonly string[];
  readonly warnings: readonly string[];
};
