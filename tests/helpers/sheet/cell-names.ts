import { type CellPosition, type CellRange, rangeOf, type Selection } from '#renderer/sheet/selection/ranges.ts';

/** B3: the second column, the third row. */
function positionOf(name: string): CellPosition {
  const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  if (letter === '') throw new Error(`${name} is no cell`);
  return { row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
}

function nameOf({ row, column }: CellPosition): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** B2:C4. */
export function rangeNamed(name: string): CellRange {
  const [from = '', to = from] = name.split(':');
  return rangeOf(positionOf(from), positionOf(to));
}

/** The selection of these ranges (B2, B2:C4) as if each was dragged, the later ones with Ctrl. */
export function selectionOf(...names: readonly string[]): Selection {
  const ends = names.map((name) => {
    const [from = '', to = from] = name.split(':');
    return { anchor: positionOf(from), head: positionOf(to) };
  });
  const last = ends.at(-1);
  if (last === undefined) throw new Error('no range');
  return {
    ranges: names.map(rangeNamed),
    ...last,
    active: last.anchor,
  };
}

export function rangeNames(ranges: readonly CellRange[]): readonly string[] {
  return ranges.map(({ r1, c1, r2, c2 }) => {
    const [from, to] = [nameOf({ row: r1, column: c1 }), nameOf({ row: r2, column: c2 })];
    return from === to ? from : `${from}:${to}`;
  });
}

/** The active cell; null = none is. */
export function activeName({ ranges, active }: Selection): string | null {
  return ranges.length === 0 ? null : nameOf(active);
}
