import type { ReactNode } from 'react';

/** One value a cell may take: `text` is what is edited and sent, `keys` are other ways to type it. */
export type SheetChoice = { readonly text: string; readonly label: string; readonly keys: readonly string[] };

export type SheetEditor =
  | { readonly kind: 'text' }
  | { readonly kind: 'long-text' }
  | { readonly kind: 'choice'; readonly choices: readonly SheetChoice[] }
  /** Several labels of a list; the cell's text has one label a line. */
  | { readonly kind: 'many'; readonly labels: readonly string[] };

export type SheetColumn<Row> = {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  /** Share of the room that is left; without it the width is fixed until the user drags it. */
  readonly flex?: number;
  readonly pinned?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** The cell as text: what an editor starts with. */
  readonly text: (row: Row) => string;
  /** What is shown, when it differs from the text (令和8年3月31日 for 2026-03-31). */
  readonly shown?: (row: Row) => string;
  /** What is shown, when it is more than text. */
  readonly render?: (row: Row) => ReactNode;
  /** Missing = read-only column. */
  readonly editor?: SheetEditor;
  readonly editable?: (row: Row) => boolean;
  readonly sortable?: boolean;
  readonly cellClass?: (row: Row) => string;
  readonly tooltip?: (row: Row) => string;
  /** Rows in sequence with the same key, not '', share one tall cell. */
  readonly mergeKey?: (row: Row) => string;
};

export type SheetSort = { readonly columnId: string; readonly descending: boolean };

/** A sorted list of which any piece can be read cheaply. */
export type BlockView<Row> = {
  readonly total: number;
  /** Rows start..end-1; null = deleted since the view was opened. */
  readonly read: (start: number, end: number) => Promise<readonly (Row | null)[]>;
};

export type BlockSource<Row> = {
  readonly kind: 'blocks';
  /** Another key is another list (search, filter): the grid starts at its top. */
  readonly key: string;
  readonly open: (sort: readonly SheetSort[]) => Promise<BlockView<Row>>;
};

export type RowSource<Row> = { readonly kind: 'rows'; readonly rows: readonly Row[] };

export type SheetEdit<Row> = {
  readonly rowId: string;
  readonly row: Row;
  readonly columnId: string;
  readonly text: string;
};

/** What a screen can tell its grid to do. */
export type SheetHandle = {
  /** Reads the rows again. 'blocks' keeps the order they are in, 'view' sorts and filters anew; both keep the place. */
  readonly refresh: (what: 'blocks' | 'view') => void;
  readonly reveal: (rowIndex: number, columnId: string, edit: boolean) => void;
  readonly clearSelection: () => void;
};

export type SheetProps<Row> = {
  /** For tests: data-testid is sheet-NAME. */
  readonly name: string;
  /** For screen readers. */
  readonly label: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly source: BlockSource<Row> | RowSource<Row>;
  readonly rowId: (row: Row) => string;
  /** Applies edits; a rejected promise keeps the typed text in the cell, red, with the reason. */
  readonly onEdit?: (edits: readonly SheetEdit<Row>[]) => Promise<void>;
  /** Sentence for a rejected edit. */
  readonly errorText?: (error: unknown) => string;
  readonly rowNumber?: (row: Row, index: number) => string;
  readonly rowNumberTitle?: string;
  readonly rowClass?: (row: Row) => string;
  /** Rows that span all columns (headings). */
  readonly wide?: { readonly is: (row: Row) => boolean; readonly render: (row: Row) => ReactNode };
  readonly selectable?: boolean;
  readonly onSelection?: (rows: readonly Row[]) => void;
  readonly onActiveRow?: (row: Row | null) => void;
  readonly onTotal?: (total: number) => void;
  readonly onReadError?: (error: unknown) => void;
  readonly emptyText?: string;
  readonly onReady?: (handle: SheetHandle) => void;
};

/** A row as the grid holds it; `row` is null for one deleted since. */
export type GridRow<Row> = { readonly id: string; readonly row: Row | null };
