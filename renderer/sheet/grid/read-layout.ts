import type { ColumnState } from 'ag-grid-community';
import type { SheetColumn, SheetLayout } from '../types.ts';
import { frozenCount, placeColumns } from '../views/layout.ts';

/**
 * The layout after a drag in the grid: its order and widths for the columns it shows, the former ones for those that are hidden, which
 * stay behind the column they stood behind.
 */
export function readLayout<Row>(
  columns: readonly SheetColumn<Row>[],
  former: SheetLayout,
  state: readonly ColumnState[],
): SheetLayout {
  const own = new Map(columns.map((column) => [column.id, column]));
  const placed = placeColumns(columns, former);
  const order = state.map(({ colId }) => colId).filter((id) => own.has(id));
  placed.forEach(({ column, hidden }, index) => {
    if (!hidden) return;
    const before = placed[index - 1]?.column.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, column.id);
  });
  const widths = new Map(state.map(({ colId, width }) => [colId, width]));
  const known = new Map(placed.map((item) => [item.column.id, item]));
  return {
    frozen: frozenCount(columns, former),
    columns: order.map((id) => {
      const [item, width, column] = [known.get(id), widths.get(id), own.get(id)];
      const isOwnWidth = typeof width === 'number' && (item?.width !== undefined || width !== column?.width);
      return {
        id,
        ...(isOwnWidth && (column?.flex === undefined || item?.width !== undefined) ? { width } : {}),
        ...(item?.width !== undefined && !isOwnWidth ? { width: item.width } : {}),
        ...(item?.hidden === true ? { hidden: true } : {}),
      };
    }),
  };
}
