import type { SheetRow } from '#core/excel/workbook.ts';
import { cleanText, foldWidth, matchKey } from '#shared/domain/text.ts';
import type { HeaderMatcher } from './header-match.ts';
import { createGrid, filledCells, type SheetGrid } from './sheet-grid.ts';
import type { FoundTable } from './vocabulary.ts';

/**
 * What a row of a sheet is. 'single': only one cell (or one merged over the table) holds something and no rule tells what it is:
 * a heading inside the table or a short record; the importer knows. 'other-header': a header that differs from the first one.
 */
export type RowKind =
  | 'data'
  | 'blank'
  | 'header'
  | 'other-header'
  | 'title'
  | 'legend'
  | 'note'
  | 'total'
  | 'page'
  | 'single';

type Filled = ReturnType<typeof filledCells>;

const noteStart =
  /^(?:[※＊*]|[（(]?注[)）:：0-9０-９一二三 　]|[（(]?(?:資料|出典|備考|注記|注意|留意事項|資料元|出所|作成者?|発行|編集|担当[課係者]?|事務局|お?問い?合わ?せ先?|ＴＥＬ|TEL|電話|FAX)[)）]?\s*[:：]|お?問い?合わ?せ先?$)/;
const glyphs = '◎●○〇◯△▲×✕✖☆★□■◇◆';
const legend = new RegExp(
  `[${glyphs}][ 　:：=＝…]{0,2}[^${glyphs}\\s][^${glyphs}]{0,20}[ 　、,／/・]{0,3}[${glyphs}][ 　:：=＝…]{0,2}[^${glyphs}\\s]`,
);
const totalWord =
  /^(?:[(（]?(?:合計|小計|総計|総合計|累計|計|平均|総数合計|総数|(?:登録)?団体総?数|登録数|件数)[)）]?|.{0,12}(?:合計|小計|総計)|.{1,8}(?:市|町|村|区|地区|年度|分)計)(?:\(.{0,20}\))?[:：]?$|^\(?(?:全|全部で|合わせて|合計|総計|小計|計|以上|総数|(?:登録)?団体総?数|登録数)?[:：]?\d{1,5}(?:団体|件)\)?$|^(?:登録)?(?:団体総?数|登録数|合計|総計|小計|計)[:：]?\d{1,5}$/;
/** Folded text: the long mark of ページ is a dash there. */
const page =
  /^(?:p\.?|page|ペ-ジ)?[-( \s]{0,3}\d{1,4}(?:\s?\/\s?\d{1,4}\s?(?:ペ-ジ|頁)?|[-)\s]{1,3}|\s?(?:ペ-ジ|頁)(?:目)?)[-)\s]{0,3}$|^(?:p|no|ペ-ジ)\.?\s?\d{1,4}$/i;

/** Tells what each row of a sheet is, given its table. */
export function createRowClassifier(
  grid: SheetGrid,
  table: FoundTable,
  matcher: HeaderMatcher,
): (row: SheetRow) => RowKind {
  const headerRows = new Set(table.headerRows);
  const headers = table.headerRows.map((index) => rowKeys(grid, index));
  const firstHeader = table.headerRows[0] ?? 0;
  const titles = new Set(
    grid.sheet.rows.filter((row) => row.index < firstHeader).flatMap((row) => filledCells(row).map(cellKey)),
  );
  return (row) => {
    const filled = filledCells(row);
    const first = filled[0];
    if (first === undefined) return 'blank';
    if (headerRows.has(row.index) || isRepeat(filled, headers)) return 'header';
    const text = cleanText(first.cell.text);
    if (filled.length <= 3 && noteStart.test(text) && !isStarredRecord(filled, table)) return 'note';
    if (filled.length <= 2) {
      if (page.test(foldWidth(text)) && filled.length === 1 && !isInTable(first.column, table)) return 'page';
      if (filled.some(({ cell }) => isLegend(cell.text))) return 'legend';
    }
    if (row.index < firstHeader) return 'title';
    if (filled.length <= 3 && filled.every((each) => titles.has(cellKey(each)))) return 'title';
    if (isTotal(filled)) return 'total';
    if (filled.length === 1) return page.test(foldWidth(text)) ? 'page' : 'single';
    return isOtherHeader(filled, matcher) ? 'other-header' : 'data';
  };
}

/** ※の会 with a value in every column of the table is a record. */
function isStarredRecord(filled: Filled, table: FoundTable): boolean {
  const star = /^[※＊*]\s*\S/.test(filled[0]?.cell.text.trim() ?? '');
  return star && filled.length > 1 && table.columns.every(({ index }) => filled.some(({ column }) => column === index));
}

/** For callers that have a sheet only. */
export function classifyRows(
  sheet: Parameters<typeof createGrid>[0],
  table: FoundTable,
  matcher: HeaderMatcher,
): readonly RowKind[] {
  return sheet.rows.map(createRowClassifier(createGrid(sheet), table, matcher));
}

/** Legend of marks: at least two glyphs, each with a meaning: ◎実施済 ○継続推進. */
export function isLegend(text: string): boolean {
  return text.length < 500 && (legend.test(text) || /^凡\s?例/.test(text.trim()));
}

function cellKey({ cell }: Filled[number]): string {
  return matchKey(cell.text);
}

function rowKeys(grid: SheetGrid, index: number): ReadonlyMap<number, string> {
  const row = grid.row(index);
  return new Map(row === undefined ? [] : filledCells(row).map((each) => [each.column, cellKey(each)]));
}

/** A header row printed again (also with a cell or two changed), at any page. */
function isRepeat(filled: Filled, headers: readonly ReadonlyMap<number, string>[]): boolean {
  return headers.some((header) => {
    if (header.size < 2 || filled.length > header.size * 2) return false;
    const allowed = Math.floor(filled.length * 0.4);
    let different = 0;
    for (const each of filled) {
      const key = header.get(each.column);
      const isSame = key !== undefined && each.cell.text.length <= key.length * 3 + 8 && key === cellKey(each);
      if (!isSame) different += 1;
      if (different > allowed) return false;
    }
    const same = filled.length - different;
    return same >= 2 && same >= header.size * 0.5;
  });
}

function isTotal(filled: Filled): boolean {
  const position = filled
    .slice(0, 3)
    .findIndex(({ cell }) => cell.type === 'text' && totalWord.test(matchKey(cell.text)));
  if (position < 0) return false;
  // Only counts stand beside 合計; a record that is called so has texts too.
  const others = filled.filter((_, index) => index !== position);
  return others.every(
    ({ cell }) => cell.type === 'number' || cell.type === 'error' || /\d|^[-－―—]$/.test(foldWidth(cell.text)),
  );
}

/** Header words of at least three fields and little else; three activity fields in a row of data are one field. */
function isOtherHeader(filled: Filled, matcher: HeaderMatcher): boolean {
  const allowed = Math.floor(filled.length * 0.3);
  const fields = new Set<string>();
  let others = 0;
  for (const { cell } of filled) {
    const isWord =
      cell.type === 'text' && cell.text.length <= 20 && !/\d{3}/.test(cell.text) && matcher.isWord(cell.text);
    if (!isWord) others += 1;
    else for (const [field, score] of matcher.scores([cell.text], [])) if (score >= 0.9) fields.add(field);
    if (others > allowed) return false;
  }
  return fields.size >= 3;
}

function isInTable(column: number, table: FoundTable): boolean {
  return table.columns.some((each) => each.index === column && each.field !== null);
}
