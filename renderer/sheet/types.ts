import type { ReactNode } from 'react';
import type { TextOperator } from '#shared/domain/text-operators.ts';

/** One value a cell may take: `text` is what is edited and sent, `keys` are other ways to type it. */
export type SheetChoice = { readonly text: string; readonly label: string; readonly keys: readonly string[] };

export type SheetEditor =
  | { readonly kind: 'text' }
  /** Several lines; Shift+F2 opens the large editor. */
  | { readonly kind: 'long-text' }
  | { readonly kind: 'choice'; readonly choices: readonly SheetChoice[] }
  /** Several labels of a list; the cell's text has one label a line. */
  | { readonly kind: 'many'; readonly labels: readonly string[] };

/** What a typed text means: shown below the cell while typing. */
export type CellReading =
  | { readonly ok: true; readonly shown: string }
  | { readonly ok: false; readonly reason: string };

/** How a column is filtered by condition. */
export type SheetFilterKind = 'text' | 'number' | 'date' | 'choice';

/** A further cell of the same row that an entry fills as well (the address of a postal code, the reading of a name). */
export type CompanionCell = { readonly columnId: string; readonly text: string };

export type SheetColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  /** Share of the room that is left; without it the width is fixed until the user drags it. */
  readonly flex?: number;
  readonly pinned?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** The cell as text: what an editor starts with and what is copied. */
  readonly text: (row: Row) => string;
  /** What is shown, when it differs from the text (令和8年3月31日 for 2026-03-31). */
  readonly shown?: (row: Row) => string;
  /** What is shown, when it is more than text. */
  readonly render?: (row: Row) => ReactNode;
  /** Missing = read-only column. */
  readonly editor?: SheetEditor;
  readonly editable?: (row: Row) => boolean;
  readonly sortable?: boolean;
  /** Missing = no filter. */
  readonly filter?: SheetFilterKind;
  /** A value of the value list as it is shown (令和8年3月31日 for 2026-03-31, 公開 for true). */
  readonly valueShown?: (value: string) => string;
  /** What a typed text means, for the hint below the cell; the ledger decides on its own. */
  readonly read?: (text: string) => CellReading;
  /** Which names among the texts would become new values of the column's list. Missing = the list is closed, or there is none. */
  readonly newValues?: (texts: readonly string[]) => Promise<readonly string[]>;
  /** The cell as a number, for sum and average; null = none. */
  readonly number?: (row: Row) => number | null;
  /** Cells that an entry fills as well; `reading` is the kana typed on the way to the text, '' when unknown. */
  readonly companions?: (entry: {
    /** The other cells of the row as the user sees them, by column id: what was typed a moment ago counts. */
    readonly textOf: (columnId: string) => string;
    readonly text: string;
    readonly reading: string;
  }) => Promise<readonly CompanionCell[]>;
  readonly cellClass?: (row: Row) => string;
  readonly tooltip?: (row: Row) => string;
  /** Rows in sequence with the same key, not '', share one tall cell. */
  readonly mergeKey?: (row: Row) => string;
};

export type SheetSort = { readonly columnId: string; readonly descending: boolean };

/** One column's filter; filters of several columns all apply. `values` are values of the value list, '' = blank. */
export type SheetFilter = { readonly columnId: string } & (
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly exclude: boolean }
  | { readonly kind: 'text'; readonly operator: TextOperator; readonly text: string }
  /** Numbers, or dates as partial ISO ('2025' = the year); '' = open end. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'blank' }
  | { readonly kind: 'filled' }
);

export type SheetQuery = { readonly sort: readonly SheetSort[]; readonly filters: readonly SheetFilter[] };

export type ListedValue = { readonly value: string; readonly count: number };
/** `distinct`: number of values before search and limit. */
export type ValueList = { readonly values: readonly ListedValue[]; readonly distinct: number };

/** A sorted and filtered list of which any piece can be read cheaply. */
export type BlockView<Row> = {
  readonly total: number;
  /** Rows start..end-1; null = deleted since the view was opened. */
  readonly read: (start: number, end: number) => Promise<readonly (Row | null)[]>;
  /** The same with the cells of a few columns only (and what names the row): many rows come much quicker. */
  readonly readColumns?: (start: number, end: number, columnIds: readonly string[]) => Promise<readonly (Row | null)[]>;
  /** Places of the rows that hold the text anywhere, ascending. */
  readonly find: (text: string) => Promise<readonly number[]>;
  readonly indexOf: (rowId: string) => Promise<number | null>;
  /** Opaque name of the view for commands that act on all of its rows; null = rows are named one by one. */
  readonly handle: string | null;
};

export type BlockSource<Row> = {
  readonly kind: 'blocks';
  /** Another key is another list (search, chips): the grid starts at its top. */
  readonly key: string;
  readonly open: (query: SheetQuery) => Promise<BlockView<Row>>;
  /** Values of one column among the rows that the other filters leave. */
  readonly valueList?: (columnId: string, query: SheetQuery, search: string) => Promise<ValueList>;
};

/** A short list in memory. A new array means that the rows were read again, even when they are equal: only then are typed texts dropped. */
export type RowSource<Row> = { readonly kind: 'rows'; readonly rows: readonly Row[] };

export type SheetEdit<Row> = {
  readonly rowId: string;
  readonly row: Row;
  readonly columnId: string;
  readonly text: string;
};

/** Texts of a row to be made, by column id. */
export type SheetAddition = Readonly<Record<string, string>>;

/** Cells that change together: one command, one step of undo. */
export type SheetBatch<Row> = {
  readonly edits: readonly SheetEdit<Row>[];
  readonly additions: readonly SheetAddition[];
  /** What was done, for 履歴 (貼り付け …); '' = the ledger finds its own words. */
  readonly label: string;
};

/** A text the ledger does not take, with the reason. `rowId` null: of a row to be made. */
export type RefusedCell = {
  readonly rowId: string | null;
  readonly columnId: string;
  readonly text: string;
  readonly message: string;
};

/** `changeSetId` null: the ledger held all of it already, so it tells of no change either. */
export type SheetAnswer = {
  readonly refused: readonly RefusedCell[];
  readonly changeSetId: string | null;
  /** Rows that were made; left out by a list that makes none. */
  readonly added?: number;
};

export type BatchCheck = {
  readonly changed: number;
  readonly same: number;
  readonly added: number;
  readonly refused: readonly RefusedCell[];
  readonly refusedTotal: number;
};

/** Rows a bulk change is meant for. */
export type BulkTarget = { readonly rowIds: readonly string[] } | { readonly view: string };
export type BulkMode = 'set' | 'add' | 'remove';
export type BulkChange = {
  readonly target: BulkTarget;
  readonly columnId: string;
  readonly mode: BulkMode;
  readonly text: string;
};

/** What the sheet can ask its screen to do with the ledger. Everything optional is simply not offered when missing. */
export type SheetCommands<Row> = {
  /** Writes what the ledger takes as one change set and gives back what it refuses. Rejects only when nothing was written. */
  readonly apply: (batch: SheetBatch<Row>) => Promise<SheetAnswer>;
  /** What `apply` would do. */
  readonly check?: (batch: SheetBatch<Row>) => Promise<BatchCheck>;
  /** True when a paste past the end may make rows. */
  readonly canAdd?: boolean;
  /** Makes an empty row at the active one, or asks for what it needs; resolves to the id of the new row, null when given up. */
  readonly insert?: (at: Row | null) => Promise<string | null>;
  readonly duplicate?: (rows: readonly Row[]) => Promise<readonly string[]>;
  /** Asks, then removes; resolves true when they are gone. */
  readonly remove?: (rows: readonly Row[]) => Promise<boolean>;
  /** `changeSetId` names the step for its undo; null = nothing had to be written. */
  readonly setField?: (
    change: BulkChange,
  ) => Promise<{ readonly changed: number; readonly changeSetId: string | null }>;
  readonly checkSetField?: (
    change: BulkChange,
  ) => Promise<{ readonly rows: number; readonly changed: number; readonly same: number }>;
};

/** How the columns of a sheet are laid out by its user; columns not named keep their own place and width. */
export type SheetLayout = {
  /** All columns in order. */
  readonly columns: readonly { readonly id: string; readonly width?: number; readonly hidden?: boolean }[];
  /** Number of columns at the left that do not scroll; null = as the screen made them. */
  readonly frozen: number | null;
};

/** What a saved view holds. */
export type ViewDefinition = { readonly query: SheetQuery; readonly layout: SheetLayout };

/** What a screen can tell its grid to do. */
export type SheetHandle = {
  /** Reads the rows again. 'blocks' keeps the order they are in, 'view' sorts and filters anew; both keep the place. */
  readonly refresh: (what: 'blocks' | 'view') => void;
  readonly reveal: (rowIndex: number, columnId: string, edit: boolean) => void;
  /** Goes to a row by its id; `widen` makes the list show it when it does not. False when it is not there. */
  readonly revealRow: (rowId: string, columnId?: string, widen?: () => void) => Promise<boolean>;
  readonly setFilters: (filters: readonly SheetFilter[]) => void;
  readonly focus: () => void;
  /** What the sheet's own keys do, for toolbars. */
  readonly run: (command: SheetCommandName) => void;
};

export type SheetCommandName = 'insert' | 'duplicate' | 'remove' | 'bulk' | 'find' | 'replace' | 'columns';

export type SheetProps<Row> = {
  /** For tests: data-testid is sheet-NAME; also the name under which layout and views are kept. */
  readonly name: string;
  /** For screen readers. */
  readonly label: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly source: BlockSource<Row> | RowSource<Row>;
  readonly rowId: (row: Row) => string;
  /** Missing = nothing can be changed. */
  readonly commands?: SheetCommands<Row>;
  /** Sentence for a failed command. */
  readonly errorText?: (error: unknown) => string;
  readonly rowNumber?: (row: Row, index: number) => string;
  readonly rowNumberTitle?: string;
  /** What a row is called in messages and previews. */
  readonly rowTitle?: (row: Row) => string;
  readonly rowClass?: (row: Row) => string;
  /** Rows that span all columns (headings); `depth` 0 = outermost. */
  readonly wide?: {
    readonly is: (row: Row) => boolean;
    readonly depth: (row: Row) => number;
    readonly render: (row: Row) => ReactNode;
    /** What the space bar does on such a row (folding). */
    readonly press?: (row: Row) => void;
  };
  /** Number of rows of which a cell is selected. */
  readonly onSelection?: (count: number) => void;
  /** What is selected, in words for the status bar: counts, sum, average. */
  readonly onStatus?: (words: string) => void;
  readonly onActive?: (row: Row | null, columnId: string) => void;
  readonly onTotal?: (total: number) => void;
  readonly onReadError?: (error: unknown) => void;
  readonly emptyText?: string;
  /** False = no saved views: a list that is here today only. */
  readonly views?: boolean;
  /** True while the screen's own filters hide rows. */
  readonly narrowed?: boolean;
  /** The screen's own filters, over the grid. */
  readonly bar?: ReactNode;
  readonly onReady?: (handle: SheetHandle) => void;
};

/** A row as the grid holds it; `row` is null for one deleted since. */
export type GridRow<Row> = { readonly id: string; readonly row: Row | null };
