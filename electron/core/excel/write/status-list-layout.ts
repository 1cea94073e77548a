import type { MergeRange } from '#core/excel/workbook.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { statusListFields } from '#shared/messages/import-status-list.ts';
import type { ListedRow, MeasureList } from '#db/queries/measures.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { headingDepths } from '#core/excel/recognise/status-list/heading-depth.ts';
import { displayWidth, textHeight } from './row-height.ts';
import { titleOfYear } from './title-year.ts';
import { type OutCell, type OutDataValidation, type OutRow, type OutSheet, PAPER_A4 } from './book.ts';
import type { StyleName } from './styles.ts';

/** Columns of the list, 0-based: one for each heading level, then those of the items that the plan has. */
type Layout = {
  readonly levels: readonly string[];
  readonly number: number | null;
  readonly name: number;
  readonly mark: number | null;
  readonly disposition: number | null;
  readonly note: number;
  readonly widths: readonly number[];
  /** Where headings start: all in the first column, or each level in its own when their numbers do not tell the levels. */
  readonly headingColumn: (depth: number) => number;
};

const LEVEL_WIDTH = 9;
const NAME_WIDTH = 34;
const MAX_NUMBER_WIDTH = 14;
/** A longer text is wrapped. */
const MAX_MARK_WIDTH = 18;
/** The note's column grows until Excel's highest row holds the longest note. */
const NOTE_WIDTHS = [62, 80, 105, 140] as const;
/** Print that is too small to read is worse than the end of a note that stands in the cell anyway. */
const WIDEST_NOTE = 105;
const HIGHEST_NOTE = 400;
const SHEET_NAME = '実施状況一覧';

/**
 * The status list as the plan prints it: title, legend, header, heading rows over the whole width, one row for each measure and 再掲
 * ('-' and the plan's own label), a shared 検証内容 as one merged cell. A4 landscape, header on every page. Importing the file again
 * changes nothing: the sheet's name carries the fiscal year. Pure.
 */
export function buildStatusListSheet(list: MeasureList): OutSheet {
  const layout = layoutOf(list);
  const legend = legendOf(list);
  const isLong = displayWidth(legend) > layout.widths.reduce((sum, width) => sum + width, 0);
  const title = titleOfYear(list.plan.title, list.fiscalYear);
  const year = list.fiscalYear === null ? '' : formatFiscalYear(list.fiscalYear);
  const top = [
    titleRow(title),
    ...(legend === '' ? [] : [textRow(legend, isLong ? 'note' : 'legend')]),
    headerRow(list, layout),
  ];
  const rows = [...top, ...list.rows.map((row, index) => bodyRow(row, layout, coversNote(list.rows, index)))];
  const wide = { r1: 0, c1: 0, r2: 0, c2: layout.note };
  return {
    name: sheetName(list.fiscalYear),
    columns: layout.widths.map((width) => ({ width })),
    rows,
    merges: [wide, ...(isLong ? [{ ...wide, r1: 1, r2: 1 }] : []), ...bodyMerges(list.rows, layout, top.length)],
    freeze: { row: top.length, column: 0 },
    printTitleRows: [0, top.length - 1],
    orientation: 'landscape',
    paperSize: PAPER_A4,
    fitToWidth: true,
    // The title of many plans does not say which year's list it is; a cell of its own would be one more row to read back.
    ...(year === '' || title.includes(year) ? {} : { header: { right: year } }),
    footer: { center: '{page} / {pages}' },
    dataValidations: validations(list, layout, { first: top.length, last: rows.length - 1 }),
  };
}

function layoutOf(list: MeasureList): Layout {
  const { levelLabels, rows, statusHeading, dispositionHeading } = list;
  const items = rows.filter((row) => row.kind !== 'heading');
  const widths = levelLabels.map(() => LEVEL_WIDTH);
  const add = (width: number): number => widths.push(width) - 1;
  const longest = (text: (row: ListedRow) => string, least: number, most: number): number =>
    Math.min(most, Math.max(least, ...items.map((row) => displayWidth(text(row)) + 2)));
  const isNumbered = items.some((row) => row.numberRaw !== '');
  return {
    levels: levelLabels,
    number: isNumbered ? add(longest((row) => row.numberRaw, 5, MAX_NUMBER_WIDTH)) : null,
    name: add(NAME_WIDTH),
    mark: statusHeading === null ? null : add(longest((row) => row.mark.text, 9, MAX_MARK_WIDTH)),
    disposition: dispositionHeading === null ? null : add(longest((row) => row.disposition.text, 11, MAX_MARK_WIDTH)),
    note: add(noteWidth(items)),
    widths,
    headingColumn: headingColumns(list),
  };
}

function noteWidth(items: readonly ListedRow[]): number {
  const isHigh = (width: number): boolean =>
    items.some((row) => row.note !== null && textHeight(row.note, width, 'text') > HIGHEST_NOTE);
  return NOTE_WIDTHS.find((width) => !isHigh(width)) ?? WIDEST_NOTE;
}

/** Reading the list back must find the same levels; unnumbered headings, or two levels numbered alike, need columns to tell them. */
function headingColumns({ rows, levelLabels }: MeasureList): Layout['headingColumn'] {
  const headings = rows.flatMap((row, index) => (row.kind === 'heading' ? [{ row, index }] : []));
  const read = headingDepths(
    headings.map(({ row, index }) => ({
      column: 0,
      number: parseHeadingNumber(headingText(row)),
      followsHeading: rows[index - 1]?.kind === 'heading',
    })),
  );
  const isTold = headings.every(({ row }, index) => read[index] === row.depth);
  return isTold ? () => 0 : (depth) => Math.min(depth, Math.max(0, levelLabels.length - 1));
}

function sheetName(fiscalYear: number | null): string {
  return fiscalYear === null ? SHEET_NAME : `${SHEET_NAME}_${formatFiscalYear(fiscalYear)}`;
}

/** The legend as printed before, else made of the marks: 実施状況：◎実施済 ○継続推進. Marks without a meaning need none. */
function legendOf({ legend, marks, statusHeading }: MeasureList): string {
  if (legend !== null) return legend;
  const meaningful = marks.filter((mark) => mark.label !== mark.glyph);
  if (meaningful.length < 2) return '';
  return `${statusHeading ?? statusListFields.mark}：${meaningful.map((mark) => mark.glyph + mark.label).join(' ')}`;
}

function titleRow(title: string): OutRow {
  return textRow(title, 'titleCenter');
}

function textRow(value: string, style: StyleName): OutRow {
  return { cells: [{ value, style }] };
}

function headerRow({ statusHeading, dispositionHeading }: MeasureList, layout: Layout): OutRow {
  const { numberRaw, name, mark, disposition, note } = statusListFields;
  const labels = [
    ...layout.levels,
    ...(layout.number === null ? [] : [numberRaw]),
    name,
    ...(layout.mark === null ? [] : [heading(statusHeading, mark)]),
    ...(layout.disposition === null ? [] : [heading(dispositionHeading, disposition)]),
    note,
  ];
  return { cells: labels.map((value) => ({ value, style: 'header' })) };
}

function heading(printed: string | null, usual: string): string {
  return printed === null || printed === '' ? usual : printed;
}

function bodyRow(row: ListedRow, layout: Layout, isCovered: boolean): OutRow {
  if (row.kind === 'heading') {
    const style = row.depth === 0 ? 'heading' : 'subheading';
    const column = layout.headingColumn(row.depth);
    const before = Array.from({ length: column }, (): OutCell => ({ value: null, style }));
    return { cells: [...before, { value: headingText(row), style }] };
  }
  const note: OutCell | null = isCovered
    ? null
    : { value: row.note, style: row.kind === 'repost' ? 'textMiddle' : 'text' };
  return {
    cells: [
      ...layout.levels.map((): OutCell => ({ value: null, style: 'text' })),
      ...(layout.number === null ? [] : [numberCell(row.numberRaw)]),
      { value: printedName(row), style: 'textMiddle' },
      ...(layout.mark === null ? [] : [markCell(row.mark.text)]),
      ...(layout.disposition === null ? [] : [markCell(row.disposition.text)]),
      note,
    ],
  };
}

function headingText({ numberRaw, numberGap, name }: ListedRow): string {
  return numberRaw + numberGap + name;
}

function markCell(text: string): OutCell {
  return { value: text || null, style: displayWidth(text) > MAX_MARK_WIDTH - 2 ? 'textCenter' : 'mark' };
}

/** A plain number is a number, so that Excel does not mark it as text; '1-1' and '01' stay text. */
function numberCell(numberRaw: string): OutCell {
  if (/^[1-9][0-9]{0,8}$/.test(numberRaw)) return { value: Number(numberRaw), style: 'numberCenter' };
  const isLong = displayWidth(numberRaw) > MAX_NUMBER_WIDTH - 2;
  return { value: numberRaw === '' ? null : numberRaw, style: isLong ? 'textCenter' : 'mark' };
}

/** 再掲： stands before the name; a label without brackets needs a space to stay apart from it. */
function printedName({ name, repostLabel }: ListedRow): string {
  if (/[:：]$/u.test(repostLabel)) return repostLabel + name;
  return /^\p{L}/u.test(repostLabel) ? `${name} ${repostLabel}` : name + repostLabel;
}

/** Whether the row's note stands in the cell of the row above. */
function coversNote(rows: readonly ListedRow[], index: number): boolean {
  const noteId = rows[index]?.noteId ?? null;
  return noteId !== null && rows[index - 1]?.noteId === noteId;
}

function bodyMerges(rows: readonly ListedRow[], layout: Layout, first: number): MergeRange[] {
  const merges: MergeRange[] = [];
  rows.forEach((row, index) => {
    const r1 = first + index;
    if (row.kind === 'heading') merges.push({ r1, c1: layout.headingColumn(row.depth), r2: r1, c2: layout.note });
    if (coversNote(rows, index)) return;
    let last = index;
    while (coversNote(rows, last + 1)) last += 1;
    if (last > index) merges.push({ r1, c1: layout.note, r2: first + last, c2: layout.note });
  });
  return merges;
}

type Span = { readonly first: number; readonly last: number };

/** Drop-down lists of the plan's marks; what Excel cannot list (a comma, over 255 characters) is left out. */
function validations({ marks, dispositions }: MeasureList, layout: Layout, { first, last }: Span): OutDataValidation[] {
  const lists = [
    { column: layout.mark, glyphs: marks.map((mark) => mark.glyph) },
    { column: layout.disposition, glyphs: dispositions.map((mark) => mark.glyph) },
  ];
  return lists
    .flatMap(({ column, glyphs }) =>
      column === null ? [] : [{ range: { r1: first, c1: column, r2: last, c2: column }, list: [...glyphs, '-'] }],
    )
    .filter(
      ({ list }) =>
        last >= first && list.length > 1 && list.join(',').length <= 255 && !list.some((glyph) => glyph.includes(',')),
    );
}
