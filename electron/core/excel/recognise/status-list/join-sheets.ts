import type { MergeRange, Sheet, SheetRow } from '#core/excel/workbook.ts';
import { parseHeadingNumber } from '#shared/domain/numbering.ts';
import { planTitleKey } from '#shared/domain/plan-keys.ts';
import { splitRepostLabel } from '#shared/domain/repost.ts';
import { cleanText, matchKey } from '#shared/domain/text.ts';
import { statusListWords } from '#shared/messages/import-status-list.ts';
import { createGrid } from '../table/sheet-grid.ts';
import { chooseColumns, columnMap } from './columns.ts';
import { findListTable } from './find-list-table.ts';
import { printedFiscalYear, printedTitle } from './plan-identity.ts';
import { readRows } from './read-rows.ts';

/** What of a sheet must agree with the others for all to be one list. */
type Part = {
  readonly sheet: Sheet;
  readonly columns: string;
  readonly title: string | null;
  readonly fiscalYear: number | null;
  readonly names: readonly string[];
  /** Keys of all texts, of headings without their numbers. */
  readonly texts: ReadonlySet<string>;
};

/**
 * One list that is spread over several sheets (a sheet for each 基本方針) as one sheet: same columns, same plan and year, other items.
 * Rows of the first sheet are numbered from 1001 (or 10001 …), of the second from 2001. null when they are lists of their own.
 */
export function joinSheets(sheets: readonly Sheet[]): Sheet | null {
  const parts = sheets.map(readPart).filter((part) => part !== null);
  const first = parts[0];
  if (first === undefined || parts.length < 2 || parts.length < sheets.length || !belongTogether(parts)) return null;
  const step = rowStep(sheets);
  const isNamed = parts.every(({ sheet }) => namedHeading(sheet) !== null);
  return {
    name: statusListWords.joinedSheets(sheets.length),
    hidden: false,
    rows: parts.flatMap((part, index) => [
      ...(isNamed ? nameRow(part, (index + 1) * step) : []),
      ...shiftRows(part.sheet, (index + 1) * step),
    ]),
    merges: parts.flatMap(({ sheet }, index) => sheet.merges.map((merge) => shiftMerge(merge, (index + 1) * step))),
    hiddenColumns: [...new Set(sheets.flatMap((sheet) => sheet.hiddenColumns))],
    columnCount: Math.max(...sheets.map((sheet) => sheet.columnCount)),
  };
}

/** Distance between the row numbers of joined sheets: 1000, or more where a sheet is longer. */
export function rowStep(sheets: readonly Sheet[]): number {
  const longest = Math.max(...sheets.map((sheet) => (sheet.rows.at(-1)?.index ?? 0) + 2));
  return 10 ** Math.max(3, Math.ceil(Math.log10(longest)));
}

function readPart(sheet: Sheet): Part | null {
  const found = findListTable(sheet, { excludedColumns: sheet.hiddenColumns });
  if (found === null) return null;
  const { sheet: folded, table } = found;
  const grid = createGrid(folded);
  const headers = chooseColumns(table, grid, {});
  const columns = columnMap(headers);
  if (columns === null) return null;
  const above = table.headerRows[0] ?? 0;
  const { rows } = readRows({ grid, table, columns, includeHiddenRows: true });
  const names = rows.flatMap((row) => (row.kind === 'item' ? [splitRepostLabel(row.name.text)] : []));
  const title = printedTitle(sheet, above);
  return {
    sheet,
    columns: JSON.stringify(headers.filter(({ field }) => field !== null).map(({ index, field }) => [index, field])),
    title: title === null ? null : planTitleKey(title),
    fiscalYear: printedFiscalYear(sheet, { above, headers: headers.map(({ header }) => header), fileName: '' }),
    names: names.filter(({ label }) => label === '').map(({ name }) => matchKey(name)),
    texts: new Set(sheet.rows.flatMap((row) => row.cells.map((cell) => nameKey(cell?.text ?? '')))),
  };
}

/** A text without the number in front of it. */
function nameKey(text: string): string {
  return matchKey(parseHeadingNumber(text)?.name ?? text);
}

function belongTogether(parts: readonly Part[]): boolean {
  const differ = (values: readonly unknown[]): boolean => new Set(values.filter((value) => value !== null)).size > 1;
  if (differ(parts.map(({ columns }) => columns)) || differ(parts.map(({ title }) => title))) return false;
  if (differ(parts.map(({ fiscalYear }) => fiscalYear))) return false;
  const names = parts.flatMap((part) => [...new Set(part.names)]);
  return names.length > 0 && new Set(names).size > names.length * 0.8;
}

/** The heading that a sheet's name is: 'Ⅰ 市民参加', '1.参加と協働'. null for 方針1 and 令和6年度. */
function namedHeading(sheet: Sheet): string | null {
  const name = cleanText(sheet.name.replace(/_/g, ' '));
  const number = parseHeadingNumber(name);
  return number !== null && /\p{L}{2}/u.test(number.name) ? name : null;
}

/** A row with the sheet's name above its first one, unless the sheet prints it. */
function nameRow({ sheet, texts }: Part, offset: number): SheetRow[] {
  const name = namedHeading(sheet);
  const number = name === null ? null : parseHeadingNumber(name);
  const isPrinted = number !== null && texts.has(matchKey(number.name));
  if (name === null || isPrinted) return [];
  return [{ index: offset - 1, hidden: false, cells: [{ type: 'text', text: name }] }];
}

function shiftRows(sheet: Sheet, offset: number): readonly SheetRow[] {
  return sheet.rows.map((row) => ({ ...row, index: row.index + offset }));
}

function shiftMerge({ r1, c1, r2, c2 }: MergeRange, offset: number): MergeRange {
  return { r1: r1 + offset, c1, r2: r2 + offset, c2 };
}
