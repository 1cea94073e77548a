import type { SheetRow } from '#core/excel/workbook.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import type { SheetGrid } from '../table/sheet-grid.ts';
import type { ColumnMap, LevelColumn } from './columns.ts';
import { numberKind } from './heading-depth.ts';

/** What the rows that surely are items have in common; it tells headings from items with blank cells. */
export type ListShape = {
  /** Most items have a number in the column of numbers. */
  readonly numbered: boolean;
  /** Kind of most numbers in the column of numbers. */
  readonly numberKind: string | null;
  /** Numbers that stand in front of other rows' numbers: 1 and 1-1 of 1-1-1. Rows with them are headings even if they are rated. */
  readonly outerNumbers: ReadonlySet<string>;
  /** Without a column of numbers: most names begin with one. */
  readonly numberInName: boolean;
  /** Kind of those numbers. */
  readonly nameKind: string | null;
  /** Heading columns that hold something in the rows of items. */
  readonly usedLevels: readonly LevelColumn[];
};

export function listShape(grid: SheetGrid, rows: readonly SheetRow[], columns: ColumnMap): ListShape {
  const sure = rows.filter((row) => isSureItem(grid, row, columns));
  const most = (count: number): boolean => sure.length > 0 && count >= sure.length * 0.6;
  const numbers = sure.map((row) => textAt(grid, row, columns.numberRaw));
  const nameNumbers = sure
    .map((row) => parseHeadingNumber(textAt(grid, row, columns.name)))
    .filter((number) => number !== null);
  const kinds = numbers.map(bareNumberKind).filter((kind) => kind !== null);
  return {
    numbered: most(numbers.filter((text) => text !== '').length),
    numberKind: mostFrequent(kinds),
    outerNumbers: outerNumbers(numbers),
    numberInName: columns.numberRaw === undefined && most(nameNumbers.length),
    nameKind: mostFrequent(nameNumbers.map(numberKind)),
    usedLevels: columns.levels.filter((level) => sure.some((row) => hasLevel(grid, row, level.name))),
  };
}

export function textAt(grid: SheetGrid, row: SheetRow, column: number | undefined): string {
  return column === undefined ? '' : cleanText(grid.text(row.index, column));
}

/** Whether the row says something about an item: status, disposition or note. */
export function hasValues(grid: SheetGrid, row: SheetRow, columns: ColumnMap): boolean {
  return [columns.mark, columns.disposition, columns.note].some((column) => textAt(grid, row, column) !== '');
}

/** A bare number of the kind of headings while items have another: I beside 1, 2, 3; 1 and 1-1 beside 1-1-1. */
export function isHeadingNumber(text: string, shape: ListShape): boolean {
  const kind = bareNumberKind(text);
  return kind !== null && shape.numberKind !== null && kind !== shape.numberKind;
}

/** A code that the codes of other rows begin with. */
export function isOuterNumber(text: string, shape: ListShape): boolean {
  return text !== '' && shape.outerNumbers.has(matchKey(text).replace(/\./gu, '-'));
}

/** A name alone in its row that is numbered otherwise than the items, or not at all: the items below belong to it. */
export function isHeadingName(text: string, shape: ListShape): boolean {
  if (shape.numbered) return true;
  const number = parseHeadingNumber(text);
  return shape.numberInName ? number === null || numberKind(number) !== shape.nameKind : number !== null;
}

/** A text merged over several columns, to the right of the column it starts in. */
export function isWideMerge(grid: SheetGrid, row: SheetRow, column: number): boolean {
  const merge = grid.merge(row.index, column);
  return merge !== undefined && merge.c2 - merge.c1 >= 2;
}

/** A name with a mark or disposition. */
export function isSureItem(grid: SheetGrid, row: SheetRow, columns: ColumnMap): boolean {
  const hasMark = [columns.mark, columns.disposition].some((column) => textAt(grid, row, column) !== '');
  return hasMark && textAt(grid, row, columns.name) !== '';
}

/** All beginnings of codes: 1 and 1-1 for 1-1-1. */
function outerNumbers(numbers: readonly string[]): ReadonlySet<string> {
  const codes = numbers.map((text) => matchKey(text).split(/[-.]/u)).filter((parts) => parts.length > 1);
  return new Set(codes.flatMap((parts) => parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('-'))));
}

function hasLevel(grid: SheetGrid, row: SheetRow, level: number): boolean {
  const merge = grid.merge(row.index, level);
  if (merge !== undefined && merge.c1 !== level) return false;
  return cleanText(merge === undefined ? grid.text(row.index, level) : grid.text(merge.r1, merge.c1)) !== '';
}

function bareNumberKind(text: string): string | null {
  if (/^[0-9０-９]{1,3}$/.test(text)) return 'digits';
  const number = parseHeadingNumber(text);
  return number === null || number.name !== '' ? null : numberKind(number);
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
