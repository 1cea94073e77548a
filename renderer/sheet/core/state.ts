import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Selection, startSelection } from '../selection/ranges.ts';
import type { BatchCheck, RefusedCell, SheetLayout, SheetQuery } from '../types.ts';
import type { WindowBox } from './boxes.ts';

/** A cell being typed into. `rowId` is null while its block is still on the way. */
export type Editing = {
  readonly row: number;
  readonly columnId: string;
  readonly rowId: string | null;
  /** The row as it was when typing began; null while its block was still on the way. */
  readonly opened: unknown;
  /** The cell's own text when it was opened with it; null when typing began with a text of its own. */
  readonly before: string | null;
  /** 'type': begun by typing, arrow keys commit; 'caret': begun by F2 or double click, arrow keys move the caret. */
  readonly mode: 'type' | 'caret';
  readonly text: string;
  readonly composing: boolean;
  /** The list below the cell was asked for (Alt+Down), not only offered. */
  readonly listOpened: boolean;
  /** Place in the list below the cell; -1 = none. */
  readonly listPlace: number;
};

/** One line of a preview: what a cell holds and what it would hold. */
export type PreviewSample = {
  readonly record: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
};

/** Names that a column's list does not have yet. */
export type NewValues = { readonly column: string; readonly names: readonly string[] };

export type Preview = {
  readonly title: string;
  /** null = still being worked out. */
  readonly check: BatchCheck | null;
  readonly skipped: number;
  readonly newValues: readonly NewValues[];
  readonly samples: readonly PreviewSample[];
  readonly refused: readonly (RefusedCell & { readonly record: string; readonly column: string })[];
  readonly answer: (apply: boolean) => void;
};

export type FindState = {
  readonly text: string;
  readonly replacement: string;
  readonly wholeCell: boolean;
  readonly onlySelection: boolean;
  /** Rows that hold the text; null = not searched yet. */
  readonly count: number | null;
  /** Which of them the active cell is in, from 1; null = none. */
  readonly place: number | null;
  readonly busy: boolean;
};

export type Panel =
  | { readonly kind: 'filter'; readonly columnId: string; readonly anchor: WindowBox }
  | { readonly kind: 'find'; readonly mode: 'find' | 'replace' }
  | { readonly kind: 'bulk' }
  | { readonly kind: 'columns' }
  | { readonly kind: 'menu'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'long-text';
      readonly title: string;
      readonly text: string;
      readonly before: string;
      readonly readOnly: boolean;
      readonly save: (text: string) => void;
    };

export type SheetState = {
  readonly selection: Selection;
  readonly total: number;
  readonly query: SheetQuery;
  readonly layout: SheetLayout;
  readonly editing: Editing | null;
  readonly panel: Panel | null;
  readonly find: FindState;
  readonly preview: Preview | null;
  /** What is being worked on (貼り付けています …), '' = nothing. */
  readonly busy: string;
  /** Cells to change are being gathered; stopped by Esc, what was begun is left alone. */
  readonly gathering: 'no' | 'yes' | 'stopped';
  /** A sentence for screen readers. */
  readonly announcement: string;
};

export type SheetStore = StoreApi<SheetState>;

export const noQuery: SheetQuery = { sort: [], filters: [] };
export const noLayout: SheetLayout = { columns: [], frozen: null };

export function createSheetStore(): SheetStore {
  return createStore<SheetState>(() => ({
    selection: startSelection,
    total: 0,
    query: noQuery,
    layout: noLayout,
    editing: null,
    panel: null,
    find: {
      text: '',
      replacement: '',
      wholeCell: false,
      onlySelection: false,
      count: null,
      place: null,
      busy: false,
    },
    preview: null,
    busy: '',
    gathering: 'no',
    announcement: '',
  }));
}
