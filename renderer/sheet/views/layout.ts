import { noLayout } from '../core/state.ts';
import type { SheetColumn, SheetLayout } from '../types.ts';

/** A column with what the user made of it. */
export type PlacedColumn<Row> = {
  readonly column: SheetColumn<Row>;
  readonly width?: number;
  readonly hidden: boolean;
};

/**
 * All columns in the user's order, hidden ones too. A column that the layout does not name stands behind the one it stands behind in the
 * screen's own order. As long as nothing was frozen by hand, the screen's pinned columns come first, as the grid shows them.
 */
export function placeColumns<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
): readonly PlacedColumn<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const order = layout.columns.flatMap(({ id }) => (byId.has(id) ? [id] : []));
  columns.forEach(({ id }, index) => {
    if (order.includes(id)) return;
    const before = columns[index - 1]?.id;
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  const named = new Map(layout.columns.map((column) => [column.id, column]));
  const placed = order.flatMap((id) => {
    const [column, own] = [byId.get(id), named.get(id)];
    if (column === undefined) return [];
    return [{ column, hidden: own?.hidden === true, ...(own?.width === undefined ? {} : { width: own.width }) }];
  });
  if (layout.frozen !== null) return placed;
  const isPinned = ({ column }: PlacedColumn<Row>) => column.pinned === true;
  return [...placed.filter(isPinned), ...placed.filter((item) => !isPinned(item))];
}

/** The displayed columns in order, with the user's widths; the first ones are pinned. A width of the user's own does not flex. */
export function applyLayout<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
): readonly SheetColumn<Row>[] {
  const shown = placeColumns(columns, layout).filter(({ hidden }) => !hidden);
  const frozen = frozenCount(columns, layout);
  return shown.map(({ column, width }, index) => {
    const { flex: _flex, ...fixed } = column;
    return { ...(width === undefined ? column : { ...fixed, width }), pinned: index < frozen };
  });
}

/** Room for the row numbers, and the least that is left for the columns that scroll. */
const keptRoom = 180;

/** How many of the frozen columns a window so wide can hold: one that fills it would put the others out of reach. 0 = not known yet. */
export function fittingFrozen<Row>(shown: readonly SheetColumn<Row>[], room: number): number {
  const frozen = shown.filter(({ pinned }) => pinned === true);
  let left = room - keptRoom;
  const first = frozen.findIndex(({ width }) => {
    left -= width;
    return left < 0;
  });
  return room === 0 || first === -1 ? frozen.length : first;
}

/** Number of displayed columns that do not scroll. */
export function frozenCount<Row>(columns: readonly SheetColumn<Row>[], layout: SheetLayout): number {
  const shown = placeColumns(columns, layout).filter(({ hidden }) => !hidden);
  if (layout.frozen === null) return shown.filter(({ column }) => column.pinned === true).length;
  return Math.min(layout.frozen, shown.length);
}

function layoutOf<Row>(placed: readonly PlacedColumn<Row>[], frozen: number | null): SheetLayout {
  return {
    columns: placed.map(({ column, width, hidden }) => ({
      id: column.id,
      ...(width === undefined ? {} : { width }),
      ...(hidden ? { hidden } : {}),
    })),
    frozen,
  };
}

/** Puts a column before another one; `before` null = at the end. The number of frozen columns stays as it is. */
export function moveColumn<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
  move: { readonly columnId: string; readonly before: string | null },
): SheetLayout {
  const placed = placeColumns(columns, layout);
  const moved = placed.find(({ column }) => column.id === move.columnId);
  if (moved === undefined || move.before === move.columnId) return layout;
  const others = placed.filter((item) => item !== moved);
  const place = others.findIndex(({ column }) => column.id === move.before);
  const at = place < 0 ? others.length : place;
  return layoutOf([...others.slice(0, at), moved, ...others.slice(at)], frozenCount(columns, layout));
}

/** Hiding a frozen column does not freeze the one behind it, nor does showing it again push another one out. */
export function setHidden<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
  change: { readonly columnId: string; readonly hidden: boolean },
): SheetLayout {
  const placed = placeColumns(columns, layout);
  const next = placed.map((item) => (item.column.id === change.columnId ? { ...item, hidden: change.hidden } : item));
  if (layout.frozen === null) return layoutOf(next, null);
  const frozen = frozenCount(columns, layout);
  const place = placed.findIndex(({ column }) => column.id === change.columnId);
  const shownBefore = placed.slice(0, place).filter(({ hidden }) => !hidden).length;
  const isSame = placed[place] === undefined || placed[place].hidden === change.hidden;
  const step = change.hidden ? -1 : 1;
  return layoutOf(next, isSame || shownBefore >= frozen ? frozen : frozen + step);
}

export function hideColumn<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
  columnId: string,
): SheetLayout {
  return setHidden(columns, layout, { columnId, hidden: true });
}

/** Freezes the columns up to this one; null = none. */
export function freezeUpTo<Row>(
  columns: readonly SheetColumn<Row>[],
  layout: SheetLayout,
  columnId: string | null,
): SheetLayout {
  const placed = placeColumns(columns, layout);
  const shown = placed.filter(({ hidden }) => !hidden);
  return layoutOf(placed, shown.findIndex(({ column }) => column.id === columnId) + 1);
}

/** What can be seen of a layout: two layouts that look the same give the same text. */
export function layoutLook<Row>(columns: readonly SheetColumn<Row>[], layout: SheetLayout): string {
  const placed = placeColumns(columns, layout).map(({ column, hidden, width }) => {
    const isOwnWidth = width !== undefined && (width !== column.width || column.flex !== undefined);
    return [column.id, hidden, isOwnWidth ? width : null];
  });
  return JSON.stringify([placed, frozenCount(columns, layout)]);
}

/** True when the user changed nothing that can be seen. */
export function isDefault<Row>(columns: readonly SheetColumn<Row>[], layout: SheetLayout): boolean {
  return layoutLook(columns, layout) === layoutLook(columns, noLayout);
}
