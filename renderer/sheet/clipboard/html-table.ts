import { cellText, isHidden } from './cell-text.ts';

type Rows = readonly (readonly string[])[];
/** A cell that reaches into rows below: those still hold '' at its columns. */
type Reach = { readonly column: number; readonly columns: number; rowsLeft: number };
type Layout = { readonly rows: string[][]; reaches: Reach[]; cells: number };

/** More than anyone pastes; a page may claim far more cells than it has (colspan). */
const MAX_CELLS = 1_000_000;
/** What HTML allows a cell to span. */
const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;

const rowGroups: ReadonlySet<string> = new Set(['THEAD', 'TBODY', 'TFOOT']);

/**
 * The first table with cells in copied HTML (Excel, LibreOffice, Google Sheets, Word, web pages), as it is seen; null without
 * one, or when it is larger than any paste. A cell over several columns or rows has its text in the first, '' in the others.
 * The HTML is only parsed, never shown: nothing in it runs or loads.
 */
export function readHtmlTable(html: string): Rows | null {
  if (!/<table/i.test(html)) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const table of page.querySelectorAll('table')) {
    if (isInHidden(table)) continue;
    const rows = readTable(table);
    if (rows === null || rows.length > 0) return rows;
  }
  return null;
}

function isInHidden(element: Element): boolean {
  for (let outer: Element | null = element; outer !== null; outer = outer.parentElement) {
    if (isHidden(outer)) return true;
  }
  return false;
}

/** Rows of one table without those of tables inside it; null when too large. */
function readTable(table: Element): Rows | null {
  const layout: Layout = { rows: [], reaches: [], cells: 0 };
  for (const group of rowGroupsOf(table)) {
    layout.reaches = [];
    for (const row of group) {
      layRow(layout, shownChildren(row, isCell));
      if (layout.cells > MAX_CELLS) return null;
    }
  }
  return layout.rows;
}

/** Rows by group, for a cell reaches no further down than its group. Parsing puts every row into one. */
function rowGroupsOf(table: Element): readonly (readonly Element[])[] {
  return shownChildren(table, (child) => rowGroups.has(child.tagName)).map((group) => shownChildren(group, isRow));
}

function isRow(element: Element): boolean {
  return element.tagName === 'TR';
}

function isCell(element: Element): boolean {
  return element.tagName === 'TD' || element.tagName === 'TH';
}

function shownChildren(parent: Element, wanted: (child: Element) => boolean): readonly Element[] {
  return [...parent.children].filter((child) => wanted(child) && !isHidden(child));
}

/** Puts a row's cells into the columns that cells from above leave free. A row with neither takes no room. */
function layRow(layout: Layout, cells: readonly Element[]): void {
  const row: string[] = [];
  const covered = layout.reaches;
  const begun: Reach[] = [];
  let column = 0;
  for (const cell of cells) {
    column = freeColumn(covered, column);
    const columns = spanOf(cell, 'colspan', MAX_COLUMN_SPAN);
    row[column] = cellText(cell);
    const rowsLeft = spanOf(cell, 'rowspan', MAX_ROW_SPAN) - 1;
    if (rowsLeft > 0) begun.push({ column, columns, rowsLeft });
    column += columns;
  }
  const end = covered.reduce((widest, reach) => Math.max(widest, reach.column + reach.columns), column);
  layout.cells += end;
  if (end > 0 && layout.cells <= MAX_CELLS) layout.rows.push(Array.from({ length: end }, (_, at) => row[at] ?? ''));
  for (const reach of covered) reach.rowsLeft -= 1;
  layout.reaches = [...covered, ...begun].filter((reach) => reach.rowsLeft > 0).sort((a, b) => a.column - b.column);
}

/** First column from here on that no cell from above covers; `reaches` are in the order of their columns. */
function freeColumn(reaches: readonly Reach[], from: number): number {
  let column = from;
  for (const reach of reaches) {
    if (column >= reach.column && column < reach.column + reach.columns) column = reach.column + reach.columns;
  }
  return column;
}

/** 1 where nothing sensible is given; rowspan 0 means down to the end. */
function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const text = cell.getAttribute(name)?.trim() ?? '';
  if (!/^\d{1,9}$/.test(text)) return 1;
  const span = Number(text);
  if (span === 0) return name === 'rowspan' ? most : 1;
  return Math.min(span, most);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A number that Excel shows as it is written; it may stay a number, so that sums work. */
const plainNumber = /^(?:0|-?[1-9]\d{0,10}|-?(?:0|[1-9]\d{0,8})\.\d{0,5}[1-9])$/;
const textCell = `<td style='mso-number-format:"\\@"'>`;
const oneCellBreak = '<br style="mso-data-placement:same-cell">';

/**
 * Rows as an HTML table for the clipboard, the way Excel takes them over unchanged: 0001, 1-2 and =A1 stay text, a line break
 * stays inside its cell, several spaces stay several. readHtmlTable gives them back.
 */
export function toHtmlTable(rows: Rows): string {
  const lines = rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
}

function cellHtml(text: string): string {
  const content = text
    .split(/\r\n?|\n/)
    .map(lineHtml)
    .join(oneCellBreak);
  return `${text === '' || plainNumber.test(text) ? '<td>' : textCell}${content}</td>`;
}

/** Only inside such a span does Excel read &nbsp; as ordinary spaces. */
function lineHtml(line: string): string {
  const escaped = line.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
  return escaped.replace(
    /^ +| {2,}| +$/g,
    (spaces) => `<span style="mso-spacerun:yes">${'&nbsp;'.repeat(spaces.length)}</span>`,
  );
}
