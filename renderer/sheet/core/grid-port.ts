import type { CellPosition } from '../selection/ranges.ts';
import type { SheetColumn } from '../types.ts';
import type { CellBox, WindowBox } from './boxes.ts';

/** What the rest of the sheet may ask of the grid that draws it. */
export type GridPort<Row> = {
  /** Data columns in the order they are shown. */
  readonly columns: () => readonly SheetColumn<Row>[];
  readonly total: () => number;
  /** False once the screen was left. */
  readonly isShown: () => boolean;
  /** The row at a place: undefined while it is not loaded, null when it was deleted since. */
  readonly peek: (row: number) => { readonly id: string; readonly row: Row | null } | undefined;
  /** Place of a loaded row. */
  readonly indexOf: (rowId: string) => number | null;
  readonly pageRows: () => number;
  readonly reveal: (position: CellPosition, where?: 'middle') => void;
  /** null when the cell is not on the screen. */
  readonly boxOf: (position: CellPosition) => CellBox | null;
  /** The same in pixels of the window. */
  readonly windowBoxOf: (position: CellPosition) => WindowBox | null;
  /** A column's header, in pixels of the window. */
  readonly headBoxOf: (columnId: string) => WindowBox | null;
  readonly autosize: (columnId: string) => void;
  /** Draws cells again whose pending text changed; null = all. */
  readonly repaint: (cells: readonly { readonly rowId: string; readonly columnId: string }[] | null) => void;
  /** Reads the rows on the screen again. */
  readonly refresh: (what: 'blocks' | 'view') => void;
};
