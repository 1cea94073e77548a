import { rowsOfElement } from '../grid/ag-port.ts';
import { rowNumberColumnId } from '../grid/column-definitions.tsx';
import type { SheetCore } from '../core/sheet-core.ts';
import { type CellRange, isNothing, rowsOf } from '../selection/ranges.ts';

export type Painter = {
  readonly draw: () => void;
  /** Where the fill handle would fill to; null = not being dragged. */
  readonly setFill: (range: CellRange | null) => void;
};

type Scene = {
  readonly columns: ReadonlyMap<string, number>;
  readonly ranges: readonly CellRange[];
  readonly fill: CellRange | null;
  /** null = none. */
  readonly active: { readonly row: number; readonly column: number } | null;
  readonly corner: { readonly row: number; readonly column: number } | null;
};

/** Marks the elements of the grid with what is selected; sheet.css draws it. New elements are marked before they are painted. */
export function createPainter<Row>(core: SheetCore<Row>, host: HTMLElement): Painter {
  let fill: CellRange | null = null;
  const draw = (): void => {
    const { selection } = core.store.getState();
    const last = selection.ranges.at(-1);
    const scene: Scene = {
      columns: new Map(core.grid.columns().map((column, index) => [column.id, index])),
      ranges: selection.ranges,
      fill,
      active: isNothing(selection) ? null : selection.active,
      corner:
        selection.ranges.length === 1 && last !== undefined && core.props().commands !== undefined
          ? { row: last.r2, column: last.c2 }
          : null,
    };
    drawCells(host, scene);
    drawHeads(host, scene);
  };
  return {
    draw,
    setFill: (range) => {
      fill = range;
      draw();
    },
  };
}

function mark(element: HTMLElement, words: string): void {
  if ((element.dataset['sel'] ?? '') === words) return;
  if (words === '') delete element.dataset['sel'];
  else element.dataset['sel'] = words;
}

/** Rows, and the holders of cells that are drawn once for several of them. */
const rowElements = '.ag-row[row-index], .ag-spanned-row[row-index]';

function drawCells(host: HTMLElement, scene: Scene): void {
  const selectedRows = rowsOf(scene.ranges);
  for (const rowElement of host.querySelectorAll<HTMLElement>(rowElements)) {
    const row = Number(rowElement.getAttribute('row-index'));
    if (Number.isNaN(row)) continue;
    if (rowElement.classList.contains('ag-full-width-row')) {
      const isIn = scene.ranges.some(({ r1, r2 }) => row >= r1 && row <= r2);
      mark(rowElement, scene.active?.row === row ? 'in active' : isIn ? 'in' : '');
      continue;
    }
    for (const cell of rowElement.querySelectorAll<HTMLElement>('.ag-cell')) {
      const id = cell.getAttribute('col-id') ?? '';
      if (id === rowNumberColumnId)
        mark(cell, selectedRows.some(({ from, to }) => row >= from && row <= to) ? 'head' : '');
      else mark(cell, wordsFor(cell, row, { scene, column: scene.columns.get(id) ?? -1 }));
    }
  }
}

function wordsFor(
  cell: HTMLElement,
  row: number,
  { scene, column }: { readonly scene: Scene; readonly column: number },
): string {
  const rows = cell.classList.contains('ag-spanned-cell') ? rowsOfElement(cell) : null;
  const [first, last] = [rows?.first ?? row, rows?.last ?? row];
  const covers = ({ r1, c1, r2, c2 }: CellRange): boolean => first <= r2 && last >= r1 && column >= c1 && column <= c2;
  const holds = (at: Scene['corner']): boolean =>
    at !== null && at.column === column && at.row >= first && at.row <= last;
  const words: string[] = [];
  for (const range of scene.ranges) {
    if (!covers(range)) continue;
    if (!words.includes('in')) words.push('in');
    if (first <= range.r1) words.push('t');
    if (last >= range.r2) words.push('b');
    if (column === range.c1) words.push('l');
    if (column === range.c2) words.push('r');
  }
  if (scene.fill !== null && covers(scene.fill)) words.push('fill');
  if (holds(scene.active)) words.push('active');
  if (holds(scene.corner)) words.push('corner');
  return words.join(' ');
}

function drawHeads(host: HTMLElement, { columns, ranges }: Scene): void {
  for (const head of host.querySelectorAll<HTMLElement>('.ag-header-cell[col-id]')) {
    const column = columns.get(head.getAttribute('col-id') ?? '') ?? -1;
    mark(head, ranges.some(({ c1, c2 }) => column >= c1 && column <= c2) ? 'head' : '');
  }
}
