import type { MergeRange } from '#core/excel/workbook.ts';
import { formatFiscalYear } from '#shared/domain/fiscal-year.ts';
import { statusListFields } from '#shared/messages/import-status-list.ts';
import type { ListedRow, MeasureList } from '#db/queries/measures.ts';
import { type OutCell, type OutDataValidation, type OutRow, type OutSheet, PAPER_A4 } from './book.ts';
import type { StyleName } from './styles.ts';

/** Columns of the list, 0-based: one for each heading level, then those of the items. */
type Layout = {
  readonly levels: readonly string[];
  readonly number: number;
  readonly name: number;
  readonly mark: number;
  readonly disposition: number;
  readonly note: number;
};

const LEVEL_WIDTH = 9;
const ITEM_WIDTHS = [5, 34, 9, 11, 62] as const;
const SHEET_NAME = '実施状況一覧';

/**
 * The status list as the plan prints it: title, legend, header, heading rows over the whole width, one row for each measure and 再掲
 * ('-' and the plan's own label), a shared 検証内容 as one merged cell. A4 landscape, header on every page. Importing the file again
 * changes nothing: the sheet's name carries the fiscal year. Pure.
 */
export function buildStatusListSheet(list: MeasureList): OutSheet {
  const layout = layoutOf(list);
  const legend = legendOf(list);
  const top = [
    titleRow(list.plan.title),
    ...(legend === '' ? [] : [textRow(legend, 'legend')]),
    headerRow(list, layout),
  ];
  const rows = [...top, ...list.rows.map((row, index) => bodyRow(row, layout, coversNote(list.rows, index)))];
  return {
    name: sheetName(list.fiscalYear),
    columns: [...layout.levels.map(() => LEVEL_WIDTH), ...ITEM_WIDTHS].map((width) => ({ width })),
    rows,
    merges: [{ r1: 0, c1: 0, r2: 0, c2: layout.note }, ...bodyMerges(list.rows, layout, top.length)],
    freeze: { row: top.length, column: 0 },
    printTitleRows: [0, top.length - 1],
    orientation: 'landscape',
    paperSize: PAPER_A4,
    fitToWidth: true,
    footer: { center: '{page} / {pages}' },
    dataValidations: validations(list, layout, { first: top.length, last: rows.length - 1 }),
  };
}

function layoutOf({ levelLabels }: MeasureList): Layout {
  const number = levelLabels.length;
  return { levels: levelLabels, number, name: number + 1, mark: number + 2, disposition: number + 3, note: number + 4 };
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

function headerRow({ statusHeading, dispositionHeading }: MeasureList, { levels }: Layout): OutRow {
  const { numberRaw, name, mark, disposition, note } = statusListFields;
  const labels = [
    ...levels,
    numberRaw,
    name,
    heading(statusHeading, mark),
    heading(dispositionHeading, disposition),
    note,
  ];
  return { cells: labels.map((value) => ({ value, style: 'header' })) };
}

function heading(printed: string | null, usual: string): string {
  return printed === null || printed === '' ? usual : printed;
}

function bodyRow(row: ListedRow, layout: Layout, isCovered: boolean): OutRow {
  if (row.kind === 'heading') {
    const value = row.numberRaw + row.numberGap + row.name;
    return { cells: [{ value, style: row.depth === 0 ? 'heading' : 'subheading' }] };
  }
  const note: OutCell | null = isCovered
    ? null
    : { value: row.note, style: row.kind === 'repost' ? 'textMiddle' : 'text' };
  return {
    cells: [
      ...layout.levels.map((): OutCell => ({ value: null, style: 'text' })),
      numberCell(row.numberRaw),
      { value: printedName(row), style: 'textMiddle' },
      { value: row.mark.text || null, style: 'mark' },
      { value: row.disposition.text || null, style: 'mark' },
      note,
    ],
  };
}

/** A plain number is a number, so that Excel does not mark it as text; '1-1' and '01' stay text. */
function numberCell(numberRaw: string): OutCell {
  if (/^[1-9][0-9]{0,8}$/.test(numberRaw)) return { value: Number(numberRaw), style: 'number' };
  return { value: numberRaw === '' ? null : numberRaw, style: 'mark' };
}

/** A label without brackets needs a space to stay apart from the name. */
function printedName({ name, repostLabel }: ListedRow): string {
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
    if (row.kind === 'heading') merges.push({ r1, c1: 0, r2: r1, c2: layout.note });
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
    .map(({ column, glyphs }) => ({ range: { r1: first, c1: column, r2: last, c2: column }, list: [...glyphs, '-'] }))
    .filter(
      ({ list }) =>
        last >= first && list.length > 1 && list.join(',').length <= 255 && !list.some((glyph) => glyph.includes(',')),
    );
}
