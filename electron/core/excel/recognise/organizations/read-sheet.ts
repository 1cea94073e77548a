import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { cleanText } from '#shared/domain/text.ts';
import { organizationProblems, organizationWarnings } from '#shared/messages/import-organizations.ts';
import { rowReasons, tableWarnings } from '#shared/messages/import-table.ts';
import type { RowKind } from '../table/row-kind.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';
import type { FoundTable } from '../table/vocabulary.ts';
import type { MappedColumn } from './columns.ts';
import { countsOf, hasUnsavedName, whyNoGroup } from './data-row.ts';
import { headingValues, type HeadingValues, sheetValues, titleValues } from './headings.ts';
import { phoneUsage, withSheetGroups } from './phone-groups.ts';
import { type Block, createWalk, pastOf, type ReadSheetInput, type Walk } from './sheet-walk.ts';
import { isCountedHeading, isDoubtfulPair, readSingleRow, type SingleRow } from './single-row.ts';
import { startOfSheet } from './title-rows.ts';
import { eventColumns, isCurrentHeading, leftByCells, leftByName } from './withdrawn.ts';

/** A row of the sheet: a group, or why it is none. */
export type SheetLine =
  | { readonly kind: 'draft'; readonly draft: OrganizationDraft }
  | {
      readonly kind: 'skip';
      readonly row: number;
      readonly hidden: boolean;
      readonly title: string;
      readonly reason: string;
    };

export type ReadSheet = { readonly lines: readonly SheetLine[]; readonly warnings: readonly string[] };

/** Reads all rows of a register, in sheet order; groups of a table beside it come after. */
export function readRegisterSheet(input: ReadSheetInput): ReadSheet {
  const { grid, columns } = input;
  const walk = createWalk(input);
  const lines: SheetLine[] = [];
  const right: SheetLine[] = [];
  for (const row of grid.sheet.rows) {
    input.onRow?.();
    const [own, ...others] = readLines(row, walk);
    if (own !== undefined) lines.push(own);
    right.push(...others.map(besideOthers));
  }
  const usage = phoneUsage(grid, columns);
  const regrouped = (line: SheetLine): SheetLine =>
    line.kind === 'draft' ? { ...line, draft: withSheetGroups(line.draft, usage) } : line;
  return { lines: [...lines, ...right].map(regrouped), warnings: [...walk.warnings, ...tallyWarnings(walk)] };
}

/** Groups of tables side by side share a row of the sheet; an answer is to one of them. */
function besideOthers(line: SheetLine, place: number): SheetLine {
  return line.kind === 'draft' ? { ...line, draft: { ...line.draft, key: `${line.draft.row}-${place + 2}` } } : line;
}

function tallyWarnings({ tally }: Walk): readonly string[] {
  const { unsaved, dates, undecided, withdrawn } = tally;
  return [
    ...(unsaved > 0 ? [tableWarnings.unsavedFormulas(unsaved)] : []),
    ...(dates > 0 ? [tableWarnings.datesInstead(dates)] : []),
    ...(withdrawn > 0 ? [organizationWarnings.withdrawn(withdrawn)] : []),
    ...(undecided > 0 ? [organizationWarnings.maybeHeadings(undecided)] : []),
  ];
}

/** The line of a row, and one more for each group beside it. */
function readLines(row: SheetRow, walk: Walk): readonly SheetLine[] {
  const { table, columns, grid } = walk.input;
  const sheetName = startOfSheet(row);
  if (sheetName !== undefined) {
    startSheet(walk, sheetName);
    return [skip(row, rowReasons.sheet)];
  }
  const kind = columns.length === 0 ? 'blank' : walk.kindOf(row);
  if (kind === 'total') walk.warnings.push(...walk.totals.compare(row));
  if (kind === 'header') startPage(row, walk);
  if (kind === 'other-header') walk.otherHeader.push(row.index);
  if (isTitle(row, kind, walk)) {
    notePast(row, walk);
    return [skip(row, headerReason(kind, row, table))];
  }
  if (walk.otherHeader.length > 0) startOtherTable(walk);
  if (isContinued(grid, row, walk.segment.own.columns)) return [skip(row, rowReasons.continued)];
  if (isExample(row)) return [skip(row, rowReasons.example)];
  const single = readSingle(row, kind, walk);
  switch (single.kind) {
    case 'heading':
      setHeading(walk, row, single.values);
      walk.segment.own.reader.passHeading(row);
      return [skip(row, rowReasons.single)];
    case 'ending':
    case 'note':
      return [skip(row, rowReasons[single.kind])];
    case 'undecided':
      // The groups below it may be of another section.
      walk.heading = {};
      return [readUndecided(row, walk)];
    case 'data':
      return readDataRows(row, walk);
  }
}

/** A row that is no data by its kind or its place. */
function isTitle(row: SheetRow, kind: RowKind, walk: Walk): boolean {
  if (walk.titles.above.has(row.index)) {
    walk.above = { ...walk.above, ...titleValues(row) };
    return true;
  }
  if (row.index < walk.input.table.bodyStart) return true;
  if (kind === 'blank') return !hasUnsavedName(row, walk.segment.own.columns);
  return kind !== 'data' && kind !== 'single';
}

function readSingle(row: SheetRow, kind: RowKind, walk: Walk): SingleRow {
  const { grid } = walk.input;
  const { columns } = walk.segment.own;
  if (hasUnsavedName(row, columns)) return { kind: 'data' };
  if (kind !== 'single') {
    if (!isCountedHeading(row, columns))
      return { kind: walk.names.hasFull && isDoubtfulPair(row, columns) ? 'undecided' : 'data' };
    notePast(row, walk);
    return {
      kind: 'heading',
      values: Object.assign({}, ...filledCells(row).map(({ cell }) => headingValues(cell.text))),
    };
  }
  if (notePast(row, walk)) return { kind: 'heading', values: {} };
  return readSingleRow(grid, row, {
    columns,
    isAboveHeader: walk.titles.near.has(row.index),
    isApart: grid.row(row.index - 1) === undefined,
    isAmongNames: walk.names.among.has(row.index),
    isBetweenParts: walk.names.hasSections || row.index > walk.names.lastFull,
  });
}

/**
 * Remembers a heading that says that the groups below it left, or that groups of today follow. The title of a sheet called 休会中
 * does not say so.
 */
function notePast(row: SheetRow, { segment, titles }: Walk): boolean {
  const filled = filledCells(row);
  if (filled.length === 0 || filled.length > 3) return false;
  let isPast = false;
  for (const { column, cell } of filled) {
    const block = segment.beside.findLast(({ from }) => from <= column) ?? segment.own;
    const past = pastOf([cell.text]);
    if (past !== null) {
      block.past = past;
      isPast = true;
    } else if (!titles.above.has(row.index) && isCurrentHeading(cell.text)) block.past = null;
  }
  return isPast;
}

/** The header is printed again; 退会日 in the place of 備考 says what the rows below it are. */
function startPage(row: SheetRow, walk: Walk): void {
  walk.segment = walk.first;
  if (row.index < walk.input.table.bodyStart) return;
  const printed = filledCells(row).map(({ column, cell }) => ({ index: column, header: cleanText(cell.text) }));
  const { own } = walk.first;
  own.states = [...walk.firstStates, ...eventColumns(printed)];
}

/** Of sheets that were joined. */
function startSheet(walk: Walk, name: string): void {
  walk.above = sheetValues(name);
  walk.heading = {};
  walk.segment = walk.first;
  for (const block of [walk.first.own, ...walk.first.beside]) block.past = pastOf([name]);
}

function startOtherTable(walk: Walk): void {
  const other = walk.input.tableAt(walk.otherHeader);
  if (other !== null) {
    walk.warnings.push(tableWarnings.otherTable((walk.otherHeader[0] ?? 0) + 1));
    const { past } = walk.segment.own;
    walk.segment = walk.segmentOf(other);
    walk.segment.own.past = past;
  }
  walk.otherHeader = [];
}

/** A stray word (a date, a page's author) ends no section; a heading in the place of the last one does, whatever it says. */
function setHeading(walk: Walk, row: SheetRow, values: HeadingValues): void {
  const column = filledCells(row)[0]?.column ?? -1;
  if (Object.keys(values).length === 0 && column !== walk.headingColumn) return;
  walk.heading = values;
  walk.headingColumn = column;
}

/** 例 | ○○の会 | …: the row of a form that shows how to fill it. */
function isExample(row: SheetRow): boolean {
  return filledCells(row)
    .slice(0, 2)
    .some(({ cell }) =>
      /^[【(（〔［]?(?:記入|入力|記載)?(?:例|見本)[】)）〕］]?(?:[0-9０-９]{1,2})?$/.test(cell.text.trim()),
    );
}

/** One group over two rows: its name is merged down. */
function isContinued(grid: SheetGrid, row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const name = columns.find((column) => column.field === 'name');
  const merge = name === undefined ? undefined : grid.merge(row.index, name.index);
  return merge !== undefined && merge.r1 < row.index;
}

function readUndecided(row: SheetRow, walk: Walk): SheetLine {
  const line = readDataRow(row, { block: walk.segment.own, walk, isSure: false });
  if (line.kind !== 'draft') return line;
  walk.tally.undecided += 1;
  const reason = organizationProblems.maybeHeading(String(line.draft.values.name ?? '').slice(0, 40));
  return { kind: 'draft', draft: waiting(line.draft, reason) };
}

function waiting(draft: OrganizationDraft, reason: string): OrganizationDraft {
  return { ...draft, waits: draft.waits === undefined ? reason : `${draft.waits} ${reason}` };
}

function readDataRows(row: SheetRow, walk: Walk): readonly SheetLine[] {
  const { own, beside } = walk.segment;
  const read = (block: Block): SheetLine => readDataRow(row, { block, walk, isSure: true });
  const others = beside.filter((table) => isFilled(row, table.columns)).map(read);
  const isEmpty = others.length > 0 && !isFilled(row, own.columns);
  return [isEmpty ? skip(row, rowReasons.besideOnly) : read(own), ...others];
}

function isFilled(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  return columns.some(({ index }) => (row.cells[index]?.text.trim() ?? '') !== '');
}

/** `isSure`: the row is a group, and counts in the totals of the file. */
type DataRow = { readonly block: Block; readonly walk: Walk; readonly isSure: boolean };

function readDataRow(row: SheetRow, { block, walk, isSure }: DataRow): SheetLine {
  const draft = block.reader.read(row, { ...walk.above, ...walk.heading });
  const noGroup = whyNoGroup(draft, row, block.columns);
  if (noGroup !== undefined) return skip(row, noGroup);
  const isHidden = row.hidden && !walk.input.includeHiddenRows;
  const left = whyLeft(row, draft, block);
  if (left === undefined && isSure) walk.totals.add(countsOf(draft, block.columns));
  if (isHidden) return skip(row, rowReasons.hidden);
  if (left === undefined) return { kind: 'draft', draft };
  walk.tally.withdrawn += 1;
  return { kind: 'draft', draft: waiting(draft, left) };
}

function whyLeft(row: SheetRow, { values }: OrganizationDraft, { past, states }: Block): string | undefined {
  if (past !== null) return organizationProblems.leftByHeading(past.heading, past.word);
  return leftByCells(row, states) ?? leftByName(values);
}

function headerReason(kind: RowKind, row: SheetRow, table: FoundTable): string {
  if (table.headerRows.includes(row.index)) return rowReasons.firstHeader;
  if (kind === 'data' || kind === 'single') return rowReasons.title;
  return rowReasons[kind];
}

function skip(row: SheetRow, reason: string): SheetLine {
  const title = filledCells(row)
    .slice(0, 3)
    .map(({ cell }) => cell.text.trim())
    .join(' ')
    .slice(0, 80);
  return { kind: 'skip', row: row.index + 1, hidden: row.hidden, title, reason };
}
