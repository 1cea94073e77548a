import type { SheetRow } from '#core/excel/workbook.ts';
import { cleanText } from '#shared/domain/text.ts';
import { createBodyReader } from '../table/body-cells.ts';
import { matcherOf } from '../table/find-table.ts';
import { createRowClassifier, type RowKind } from '../table/row-kind.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import { createTotalsCheck, type TotalsCheck } from '../table/totals.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import type { MappedColumn } from './columns.ts';
import { continuedColumns } from './continued-columns.ts';
import { labelOf } from './draft-builder.ts';
import { type HeadingValues, headingAbove } from './headings.ts';
import { rowsAmongNames } from './lone-names.ts';
import { createRowReader, type RowReader } from './read-row.ts';
import { readSingleRow } from './single-row.ts';
import type { OddTally } from './sound-cell.ts';
import { type TitleRows, titleRows } from './title-rows.ts';
import { organizationVocabulary } from './vocabulary.ts';
import { pastHeading, type StateColumns, stateColumns } from './withdrawn.ts';

/** A table with a header of its own. */
export type OtherTable = { readonly columns: readonly MappedColumn[]; readonly headers: readonly TableColumn[] };

export type ReadSheetInput = {
  readonly grid: SheetGrid;
  readonly table: FoundTable;
  readonly columns: readonly MappedColumn[];
  /** Columns of each table right of the first. */
  readonly beside: readonly (readonly MappedColumn[])[];
  /** A second table with another header; null when the rows are no header of a register. */
  readonly tableAt: (headerRows: readonly number[]) => OtherTable | null;
  readonly includeHiddenRows: boolean;
  readonly fiscalYear: number;
  /** Called for each row; may throw to stop. */
  readonly onRow?: (() => void) | undefined;
};

/** The heading below which groups stand that left, and its word (退会). */
type Past = { readonly heading: string; readonly word: string };

/** One of the tables that stand side by side. */
export type Block = {
  readonly columns: readonly MappedColumn[];
  states: StateColumns;
  readonly reader: RowReader;
  /** First column of the block. */
  readonly from: number;
  past: Past | null;
};
/** The tables under one header, from left to right. */
export type Segment = { readonly own: Block; readonly beside: readonly Block[] };

/** What is known while the rows are read from top to bottom. */
export type Walk = {
  readonly input: ReadSheetInput;
  readonly kindOf: (row: SheetRow) => RowKind;
  readonly titles: TitleRows;
  readonly names: NameRows;
  readonly totals: TotalsCheck;
  readonly tally: OddTally & { undecided: number; withdrawn: number };
  readonly warnings: string[];
  readonly first: Segment;
  /** Of the first table, as its own header names them. */
  readonly firstStates: StateColumns;
  readonly segmentOf: (table: OtherTable) => Segment;
  segment: Segment;
  otherHeader: number[];
  /** Of the sheet's name and its titles. */
  above: HeadingValues;
  heading: HeadingValues;
  headingColumn: number;
};

export function createWalk(input: ReadSheetInput): Walk {
  const { grid, table, columns, fiscalYear } = input;
  const tally = { unsaved: 0, dates: 0, undecided: 0, withdrawn: 0 };
  const body = createBodyReader(grid);
  const readerOf = (own: readonly MappedColumn[]): RowReader =>
    createRowReader(own, { body, fiscalYear, tally, continued: continuedColumns(grid, table, own) });
  const kindOf = classifier(input);
  const first = firstSegment(input, readerOf);
  return {
    input,
    kindOf,
    titles: titleRows(grid, kindOf),
    names: nameRows(input, kindOf),
    totals: createTotalsCheck(input.beside.length > 0 ? new Map() : countColumns(columns)),
    tally,
    warnings: [],
    first,
    firstStates: first.own.states,
    segmentOf: ({ columns: own, headers }) => ({
      own: { columns: own, states: stateColumns(headers), reader: readerOf(own), from: 0, past: null },
      beside: [],
    }),
    segment: first,
    otherHeader: [],
    above: headingAbove(grid, table.headerRows[0] ?? 0),
    heading: {},
    headingColumn: -1,
  };
}

/** Each row is asked for several times. */
function classifier({ grid, table }: ReadSheetInput): (row: SheetRow) => RowKind {
  const classify = createRowClassifier(grid, table, matcherOf(organizationVocabulary));
  const kinds = new Map<number, RowKind>();
  return (row) => {
    const known = kinds.get(row.index);
    if (known !== undefined) return known;
    const kind = classify(row);
    kinds.set(row.index, kind);
    return kind;
  };
}

function firstSegment(
  { grid, table, columns, beside }: ReadSheetInput,
  readerOf: (columns: readonly MappedColumn[]) => RowReader,
): Segment {
  const starts = [0, ...beside.map((own) => Math.min(...own.map(({ index }) => index)))];
  const blocks = [columns, ...beside].map((own, position): Block => {
    const [from, to] = [starts[position] ?? 0, starts[position + 1] ?? Number.POSITIVE_INFINITY];
    const isOwn = (column: number): boolean => from <= column && column < to;
    return {
      columns: own,
      states: stateColumns(table.columns.filter(({ index }) => isOwn(index))),
      reader: readerOf(own),
      from,
      past: pastAbove(grid, table.headerRows[0] ?? 0, isOwn),
    };
  });
  const [own, ...others] = blocks;
  if (own === undefined) throw new Error('a sheet has at least one table');
  return { own, beside: others };
}

const MAX_TITLE_CELLS = 3;

/** What the sheet's name and the titles above its header say of groups that left. */
function pastAbove(grid: SheetGrid, firstHeader: number, isOwn: (column: number) => boolean): Past | null {
  const titles = grid.sheet.rows
    .filter((row) => row.index < firstHeader)
    .map(filledCells)
    .filter((filled) => filled.length <= MAX_TITLE_CELLS)
    .flatMap((filled) => filled.filter(({ column }) => isOwn(column)).map(({ cell }) => cell.text));
  return pastOf([grid.sheet.name, ...titles]);
}

/** The first of the texts that says so. */
export function pastOf(texts: readonly string[]): Past | null {
  for (const text of texts) {
    const word = pastHeading(text);
    if (word !== null) return { heading: cleanText(text).slice(0, 40), word };
  }
  return null;
}

/** What the rows with a name only have around them. */
type NameRows = {
  readonly among: ReadonlySet<number>;
  readonly hasSections: boolean;
  /** Some group has more than two cells. */
  readonly hasFull: boolean;
  /** The last row that holds more than a name. */
  readonly lastFull: number;
};

function nameRows(input: ReadSheetInput, kindOf: (row: SheetRow) => RowKind): NameRows {
  const { grid, table, columns } = input;
  const name = columns.find((column) => column.field === 'name')?.index;
  if (name === undefined) return { among: new Set(), hasSections: false, hasFull: false, lastFull: -1 };
  const rows = grid.sheet.rows.filter((row) => row.index >= table.bodyStart && /^(?:data|single)$/.test(kindOf(row)));
  const place = { columns, isAboveHeader: false, isApart: false, isAmongNames: false, isBetweenParts: false };
  const singles = rows.filter((row) => kindOf(row) === 'single' && (row.cells[name]?.text.trim() ?? '') !== '');
  const kinds = new Map(singles.map((row) => [row.index, readSingleRow(grid, row, place).kind]));
  const isLone = (row: SheetRow): boolean => /^(?:data|undecided)$/.test(kinds.get(row.index) ?? '');
  return {
    among: rowsAmongNames({ rows, name, isLone }),
    hasFull: rows.some((row) => filledCells(row).length > 2),
    hasSections: [...kinds.values()].includes('heading'),
    lastFull: rows.findLast((row) => kindOf(row) === 'data')?.index ?? Number.POSITIVE_INFINITY,
  };
}

function countColumns(columns: readonly MappedColumn[]): ReadonlyMap<number, string> {
  const counts = columns.filter((column) => column.field === 'members' || column.field === 'membersCitizen');
  return new Map(counts.map((column) => [column.index, labelOf(column.field)]));
}
