import { foldCompatibility } from '#shared/domain/normalize.ts';
import { cleanText } from '#shared/domain/text.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { MAX_COLUMNS } from '../table/header-path.ts';
import { filledCells, type SheetGrid } from '../table/sheet-grid.ts';

/** A legend printed one mark a row: its rows (0-based) and all of it in one line, as a legend in one cell would be. */
export type LegendRun = { readonly rows: readonly number[]; readonly text: string };

const symbol = '[◎○〇◯⦿◉△▲⊿×✕✖╳●■□◇◆☆★]';
const inOneCell = new RegExp(
  `^(${symbol})\\s*[:：=＝…]?\\s*(\\S.*)$|^([A-Za-zＡ-Ｚａ-ｚ0-9０-９])\\s?[:：=＝…]\\s*(\\S.*)$`,
  'u',
);
const markAlone = new RegExp(`^(?:${symbol}|[A-Za-zＡ-Ｚａ-ｚ])$`, 'u');
const headingWord = /凡例|基準|区分|評価|状況|進捗|達成|記号|取扱|方向/u;
const MAX_LABEL = 40;

/** Legends of several rows, like A：達成 / B：一部達成, among the rows that are asked for. */
export function findLegendRuns(grid: SheetGrid, isOutside: (row: number) => boolean): readonly LegendRun[] {
  const runs: LegendRun[] = [];
  let rows: number[] = [];
  let entries: { readonly mark: string; readonly label: string }[] = [];
  const close = (): void => {
    if (new Set(entries.map(({ mark }) => mark)).size === entries.length && entries.length >= 2) {
      runs.push(toRun(grid, rows, entries));
    }
    rows = [];
    entries = [];
  };
  for (const row of grid.sheet.rows) {
    const entry = isOutside(row.index) ? entryOf(row) : null;
    if (rows.length > 0 && (entry === null || row.index !== (rows.at(-1) ?? 0) + 1)) close();
    if (entry === null) continue;
    rows.push(row.index);
    entries.push(entry);
  }
  close();
  return runs;
}

/** Legends beside the table: mark and meaning in two columns without a field, or both in one, each mark once. */
export function findSideLegends(grid: SheetGrid, isFree: (column: number) => boolean): readonly string[] {
  const columns = Array.from({ length: Math.min(grid.sheet.columnCount, MAX_COLUMNS) }, (_, column) => column);
  return columns.filter(isFree).flatMap((column) => {
    const entries = grid.sheet.rows.flatMap((row) => {
      const found = sideEntry(
        cleanText(row.cells[column]?.text ?? ''),
        isFree(column + 1) ? cleanText(row.cells[column + 1]?.text ?? '') : '',
      );
      return found === null ? [] : [found];
    });
    const isLegend = entries.length >= 2 && new Set(entries.map(({ mark }) => mark)).size === entries.length;
    return isLegend ? [entries.map(({ mark, label }) => `${mark}：${label}`).join(' ')] : [];
  });
}

function sideEntry(text: string, right: string): { readonly mark: string; readonly label: string } | null {
  if (markAlone.test(text)) return right === '' || markAlone.test(right) ? null : entry(text, right);
  const [, glyph, meaning, letter, letterMeaning] = inOneCell.exec(text) ?? [];
  return entry(glyph ?? letter, meaning ?? letterMeaning);
}

function entryOf(row: SheetRow): { readonly mark: string; readonly label: string } | null {
  const texts = filledCells(row).map(({ cell }) => cleanText(cell.text));
  const [first = '', second = ''] = texts;
  if (texts.length === 1) {
    const [, glyph, meaning, letter, letterMeaning] = inOneCell.exec(first) ?? [];
    return entry(glyph ?? letter, meaning ?? letterMeaning);
  }
  return texts.length === 2 && markAlone.test(first) && !markAlone.test(second) ? entry(first, second) : null;
}

function entry(
  mark: string | undefined,
  label: string | undefined,
): { readonly mark: string; readonly label: string } | null {
  if (mark === undefined || label === undefined || label.length > MAX_LABEL || new RegExp(symbol, 'u').test(label))
    return null;
  return { mark: /\w/.test(foldCompatibility(mark)) ? foldCompatibility(mark) : mark, label };
}

function toRun(
  grid: SheetGrid,
  rows: readonly number[],
  entries: readonly { readonly mark: string; readonly label: string }[],
): LegendRun {
  const above = (rows[0] ?? 0) - 1;
  const row = grid.row(above);
  const texts = row === undefined ? [] : filledCells(row).map(({ cell }) => cleanText(cell.text));
  const [heading = ''] = texts;
  const isHeading = texts.length === 1 && heading.length <= 20 && headingWord.test(heading);
  const text = entries.map(({ mark, label }) => `${mark}：${label}`).join(' ');
  return {
    rows: isHeading ? [above, ...rows] : rows,
    text: isHeading ? `${heading.replace(/^[【《〈（(<＜※■●○・\s]+|[】》〉）)>＞:：\s]+$/gu, '')}：${text}` : text,
  };
}
