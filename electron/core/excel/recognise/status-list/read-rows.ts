import type { SheetRow } from '#core/excel/workbook.ts';
import { parseLegend } from '#shared/domain/legend.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { cleanText } from '#shared/domain/text.ts';
import type { StatusListSkip } from '#shared/messages/import-status-list.ts';
import { type BodyReader, createBodyReader } from '../table/body-cells.ts';
import { matcherOf } from '../table/find-table.ts';
import { createRowClassifier, type RowKind } from '../table/row-kind.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { ColumnMap } from './columns.ts';
import { numberKind } from './heading-depth.ts';
import { readHeadingAbove, readLabelledHeading } from './labelled-heading.ts';
import { findLegendRuns } from './legend-rows.ts';
import type { RawCell, RawItem, RawRow } from './raw-row.ts';
import {
  hasValues,
  isHeadingName,
  isHeadingNumber,
  isOuterNumber,
  isSureItem,
  isWideMerge,
  type ListShape,
  listShape,
  textAt,
} from './row-shape.ts';
import type { OddRow } from './sound-sheet.ts';
import { statusListVocabulary } from './vocabulary.ts';

export type ReadRowsInput = {
  readonly grid: SheetGrid;
  readonly table: FoundTable;
  readonly columns: ColumnMap;
  readonly includeHiddenRows: boolean;
  /** By row of the sheet; rows without oddities are missing. */
  readonly odd?: ReadonlyMap<number, OddRow>;
};

type Context = ReadRowsInput & {
  readonly body: BodyReader;
  readonly shape: ListShape;
  readonly legendRows: ReadonlySet<number>;
};

/** Every row of the sheet: an item, a heading, or left out for a reason. */
export function readRows(input: ReadRowsInput): {
  readonly rows: readonly RawRow[];
  readonly shape: ListShape;
  /** Legends of several rows, each in one line. */
  readonly legendTexts: readonly string[];
} {
  const { grid, table, columns } = input;
  const classify = createRowClassifier(grid, table, matcherOf(statusListVocabulary));
  const kinds = new Map(grid.sheet.rows.map((row) => [row.index, classify(row)]));
  const bodyRows = grid.sheet.rows.filter((row) => row.index >= table.bodyStart && kinds.get(row.index) === 'data');
  const runs = findLegendRuns(grid, outsideOf(input, bodyRows));
  const context: Context = {
    ...input,
    body: createBodyReader(grid),
    shape: listShape(grid, bodyRows, columns),
    legendRows: new Set(runs.flatMap((run) => run.rows)),
  };
  const rows: RawRow[] = [];
  for (const row of grid.sheet.rows) {
    const read = readRow(context, row, kinds.get(row.index) ?? 'blank');
    if (read.kind === 'continued') joinNote(rows, row, { text: read.text, note: textAt(grid, row, columns.note) });
    else rows.push(read);
  }
  return { rows: withoutTrailing(rows), shape: context.shape, legendTexts: runs.map((run) => run.text) };
}

/** Below the last item stand notes (作成 市民課, 以上), no headings, unless they are numbered as the headings above are. */
function withoutTrailing(rows: readonly RawRow[]): readonly RawRow[] {
  const last = rows.findLastIndex((row) => row.kind === 'item');
  const kindOf = (row: RawRow): string | null => {
    const number = row.kind === 'heading' ? parseHeadingNumber(row.parts[0]?.text ?? '') : null;
    return number === null ? null : numberKind(number);
  };
  const known = new Set(rows.slice(0, last).map(kindOf));
  return rows.map((row, index): RawRow => {
    const kind = kindOf(row);
    if (row.kind !== 'heading' || index < last || last < 0 || (kind !== null && known.has(kind))) return row;
    const text = row.parts.map((part) => part.text).join(' ');
    return { kind: 'skip', row: row.row, hidden: row.hidden, text, why: 'note' };
  });
}

/** Above the header, or below the last row that has a mark. */
function outsideOf({ grid, table, columns }: ReadRowsInput, bodyRows: readonly SheetRow[]): (row: number) => boolean {
  const last = bodyRows.findLast((row) => isSureItem(grid, row, columns))?.index ?? table.bodyStart;
  return (row) => row < (table.headerRows[0] ?? 0) || row > last;
}

type Continued = { readonly kind: 'continued'; readonly text: string };

function readRow(context: Context, row: SheetRow, kind: RowKind): RawRow | Continued {
  const text = rowText(row);
  const skip = (why: StatusListSkip): RawRow => ({ kind: 'skip', row: row.index, hidden: row.hidden, text, why });
  if (row.hidden && !context.includeHiddenRows) return skip('hidden');
  const heading = specialHeading(context, row, kind);
  if (heading !== null) return heading;
  const why = whySkipped(context, row, kind);
  if (why !== null) return skip(why);
  return kind === 'single' ? readSingle(context, row, skip) : readData(context, row, skip);
}

/** Headings that their words tell, also above the header. */
function specialHeading({ table }: Context, row: SheetRow, kind: RowKind): RawRow | null {
  const isAbove = row.index < (table.headerRows[0] ?? 0);
  if (!isAbove && kind !== 'data' && kind !== 'title') return null;
  return readLabelledHeading(row) ?? (isAbove ? readHeadingAbove(row) : null);
}

function whySkipped({ table, legendRows }: Context, row: SheetRow, kind: RowKind): StatusListSkip | null {
  if (legendRows.has(row.index)) return 'legend';
  const isAbove = row.index < (table.headerRows[0] ?? 0);
  if (kind === 'data' || kind === 'single' || isAbove) {
    if (isLegendRow(row, isAbove)) return 'legend';
    return isAbove ? 'title' : null;
  }
  if (kind === 'header') return table.headerRows.includes(row.index) ? 'firstHeader' : 'header';
  if (kind === 'other-header') return 'otherHeader';
  if (kind === 'title') return 'titleAgain';
  return kind;
}

/** Also legends of letters (S：… A：…), and one that is spread over several cells, above the table or behind 凡例. */
function isLegendRow(row: SheetRow, isAbove: boolean): boolean {
  const filled = filledCells(row);
  const isNamed = /^[（(【]?凡\s*例/u.test(cleanText(filled[0]?.cell.text ?? ''));
  return (isAbove || isNamed || filled.length <= 2) && parseLegend(rowText(row)) !== null;
}

export function rowText(row: SheetRow): string {
  return filledCells(row)
    .map(({ cell }) => cleanText(cell.text).replace(/\n/g, ' '))
    .join(' ');
}

type Skip = (why: StatusListSkip) => RawRow;

/** A row with one text: a heading, a note, an item nobody filled in yet, or the rest of the note above. */
function readSingle(context: Context, row: SheetRow, skip: Skip): RawRow | Continued {
  const { grid, columns, shape } = context;
  const only = filledCells(row)[0];
  if (only === undefined) return skip('blank');
  const text = cleanText(only.cell.text);
  if (only.column === columns.note && !isWideMerge(grid, row, only.column)) return { kind: 'continued', text };
  if (isMergedFromAbove(context, row)) return { kind: 'continued', text };
  if (text.endsWith('。') || text.length > 120) return skip('note');
  const heading: RawRow = {
    kind: 'heading',
    row: row.index,
    hidden: row.hidden,
    parts: [{ column: only.column, text }],
  };
  if (only.column === columns.name && !isWideMerge(grid, row, only.column)) {
    return isHeadingName(text, shape) ? heading : readItem(context, row);
  }
  if (!isHeadingColumn(columns, only.column)) return skip('note');
  if (only.column === columns.numberRaw && isBareNumber(text)) return skip('nameless');
  return heading;
}

function readData(context: Context, row: SheetRow, skip: Skip): RawRow | Continued {
  const { grid, columns, shape } = context;
  const number = textAt(grid, row, columns.numberRaw);
  const hasName = textAt(grid, row, columns.name) !== '';
  const values = hasValues(grid, row, columns);
  if (!hasName && isMergedFromAbove(context, row) && number === '') {
    return { kind: 'continued', text: textAt(grid, row, columns.note) };
  }
  if (!hasName && values)
    return number === '' && onlyNote(context, row)
      ? { kind: 'continued', text: textAt(grid, row, columns.note) }
      : skip('nameless');
  const left = filledCells(row).filter(({ column }) => isHeadingColumn(columns, column));
  const parts = left.map(({ column, cell }) => ({ column, text: cleanText(cell.text) }));
  const isOuter = isOuterNumber(number, shape) && isHeadingNumber(number, shape);
  const isHeading =
    !hasName || isOuter || (!values && (isHeadingNumber(number, shape) || (number === '' && shape.numbered)));
  if (!isHeading) return readItem(context, row);
  if (parts.length === 0) return skip('note');
  if (!hasName && parts.every((part) => isBareNumber(part.text))) return skip('nameless');
  return { kind: 'heading', row: row.index, hidden: row.hidden, parts: joinNumber(parts), isRated: values };
}

/** Left of the names, or a heading column wherever it stands. */
function isHeadingColumn({ name, levels }: ColumnMap, column: number): boolean {
  return column <= name || levels.some((level) => level.name === column || level.number === column);
}

/** A number in one cell and its name in the next are one heading. */
function joinNumber(parts: readonly { column: number; text: string }[]): readonly { column: number; text: string }[] {
  const [first, second, ...others] = parts;
  if (first === undefined || second === undefined || !isBareNumber(first.text)) return parts;
  return [{ column: first.column, text: `${first.text} ${second.text}` }, ...others];
}

function isBareNumber(text: string): boolean {
  return /^[0-9０-９]+$/.test(text) || parseHeadingNumber(text)?.name === '';
}

function isMergedFromAbove({ grid, columns }: Context, row: SheetRow): boolean {
  const merge = grid.merge(row.index, columns.name);
  return merge !== undefined && merge.r1 < row.index && merge.c1 === columns.name;
}

function onlyNote({ grid, columns }: Context, row: SheetRow): boolean {
  return (
    filledCells(row).every(({ column }) => column >= (columns.note ?? 0)) && textAt(grid, row, columns.note) !== ''
  );
}

function readItem({ grid, columns, body, odd }: Context, row: SheetRow): RawItem {
  const at = (column: number): RawCell => {
    const { cell, ditto, merged } = body.read(row.index, column);
    const stored = cell?.stored === undefined ? {} : { stored: cell.stored };
    return { text: cleanText(cell?.text ?? ''), ditto, merged, ...stored };
  };
  const optional = (column: number | undefined): RawCell | null => (column === undefined ? null : at(column));
  const merge = columns.note === undefined ? undefined : grid.merge(row.index, columns.note);
  return {
    kind: 'item',
    row: row.index,
    hidden: row.hidden,
    levels: columns.levels.map(({ name, number }) => levelCell(at(name), optional(number))),
    numberRaw: optional(columns.numberRaw),
    name: at(columns.name),
    mark: optional(columns.mark),
    disposition: optional(columns.disposition),
    note: optional(columns.note),
    noteGroup: merge !== undefined && merge.r2 > merge.r1 ? `${merge.r1}:${merge.c1}` : null,
    joinedRows: [],
    odd: odd?.get(row.index),
  };
}

/** Number and name of a heading that stand in two columns. */
function levelCell(name: RawCell, number: RawCell | null): RawCell {
  return number === null || number.text === '' || name.text === ''
    ? name
    : { ...name, text: `${number.text} ${name.text}` };
}

/** A long note that goes on in the next row belongs to the item above. */
function joinNote(
  rows: RawRow[],
  row: SheetRow,
  { text, note }: { readonly text: string; readonly note: string },
): void {
  const index = rows.findLastIndex((other) => other.kind !== 'skip' || other.why !== 'continued');
  const above = rows[index];
  const skipped = { kind: 'skip', row: row.index, hidden: row.hidden, text: text || rowText(row) } as const;
  if (above?.kind !== 'item' || above.note === null) {
    rows.push({ ...skipped, why: 'note' });
    return;
  }
  const isSameCell = above.noteGroup !== null && note === '';
  if (!isSameCell && note !== '') {
    const joined = above.note.text === '' ? note : `${above.note.text}\n${note}`;
    rows[index] = { ...above, note: { ...above.note, text: joined }, joinedRows: [...above.joinedRows, row.index] };
  }
  rows.push({ ...skipped, why: 'continued' });
}
