import type { Sheet } from '#core/excel/workbook.ts';
import { assignColumns } from './assign-columns.ts';
import { MAX_HEADER } from './header-key.ts';
import { createHeaderMatcher, type HeaderMatcher } from './header-match.ts';
import { headerPaths, MAX_COLUMNS } from './header-path.ts';
import { cutChildren, cutMerges } from './cut-headers.ts';
import { columnSamples } from './samples.ts';
import { createGrid, filledCells, type SheetGrid } from './sheet-grid.ts';
import type { FoundTable, TableColumn, Vocabulary } from './vocabulary.ts';

export type FindOptions = {
  /** 0-based header rows chosen by the user; missing = find them. */
  readonly headerRows?: readonly number[] | undefined;
  /** Columns that must not get a field (hidden ones that are left out). */
  readonly excludedColumns?: readonly number[] | undefined;
};

/** A header is looked for in this many rows that hold something. */
const SEARCHED_ROWS = 150;
const MAX_HEADER_ROWS = 4;
const MAX_SEEDS = 6;
const MAX_TRIED = 6;
const FEW_WORDS = 0.2;
/** Numbers, dates and addresses of mail: no header, and not worth folding. */
const plainData = /[0-9０-９]{3}|[@＠]/;
/** More than this is data, whatever its words. */
const MAX_PENALTY = 3;

const matchers = new WeakMap<Vocabulary, HeaderMatcher>();
/** A sheet is asked for its table when its kind is guessed and again when it is read. */
const foundTables = new WeakMap<Sheet, Map<string, FoundTable | null>>();
const vocabularyIds = new WeakMap<Vocabulary, number>();
let lastVocabularyId = 0;

function vocabularyId(vocabulary: Vocabulary): number {
  const known = vocabularyIds.get(vocabulary);
  if (known !== undefined) return known;
  lastVocabularyId += 1;
  vocabularyIds.set(vocabulary, lastVocabularyId);
  return lastVocabularyId;
}

/** The matcher of a vocabulary, made once. */
export function matcherOf(vocabulary: Vocabulary): HeaderMatcher {
  const matcher = matchers.get(vocabulary) ?? createHeaderMatcher(vocabulary);
  matchers.set(vocabulary, matcher);
  return matcher;
}

/** Finds the table of a sheet by the texts of its headers and the contents below them. @returns null when there is none. */
export function findTable(sheet: Sheet, vocabulary: Vocabulary, options: FindOptions = {}): FoundTable | null {
  const bySheet = foundTables.get(sheet) ?? new Map<string, FoundTable | null>();
  foundTables.set(sheet, bySheet);
  const question = `${vocabularyId(vocabulary)} ${JSON.stringify(options)}`;
  const known = bySheet.get(question);
  if (known !== undefined) return known;
  const found = searchTable(sheet, vocabulary, options);
  bySheet.set(question, found);
  return found;
}

function searchTable(sheet: Sheet, vocabulary: Vocabulary, options: FindOptions): FoundTable | null {
  const matcher = matcherOf(vocabulary);
  const grid = createGrid(sheet);
  if (options.headerRows !== undefined && options.headerRows.length > 0) {
    return tableAt(grid, matcher, { ...options, rows: options.headerRows.toSorted((a, b) => a - b) });
  }
  const blocks = candidateBlocks(grid, matcher)
    .map((rows) => ({ rows, score: headerScore(grid, matcher, rows) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    // Contents can lift a header by 0.4 for each field at most; far behind the best there is nothing to win.
    .filter(({ score }, _, all) => score * 1.4 >= (all[0]?.score ?? 0))
    .reduce<readonly ScoredBlock[]>(withoutCrowding, [])
    .slice(0, MAX_TRIED);
  const tables = blocks
    .map(({ rows, score }) => ({ table: tableAt(grid, matcher, { ...options, rows }), score }))
    .filter(({ table }) => fieldsOf(table.columns).size >= 2)
    .map(({ table, score }) => ({ table, score: score + fieldScore(table.columns) }))
    .toSorted((a, b) => b.score - a.score);
  const best = tables[0];
  if (best === undefined) return null;
  const early = tables
    .filter(({ table, score }) => isPartOf(best.table, table) && score >= best.score * 0.5)
    .toSorted((a, b) => (a.table.headerRows[0] ?? 0) - (b.table.headerRows[0] ?? 0))[0];
  return early === undefined ? best.table : bestFrom(tables, early.table);
}

/** A table above the best one with the same fields, perhaps fewer: another page or part; its rows must not be lost. */
function isPartOf(best: FoundTable, other: FoundTable): boolean {
  if (other.bodyStart > (best.headerRows[0] ?? 0)) return false;
  const known = fieldsOf(best.columns);
  const fields = [...fieldsOf(other.columns)];
  return fields.filter((field) => known.has(field)).length >= fields.length * 0.8;
}

type ScoredBlock = { readonly rows: readonly number[]; readonly score: number };

/** Two blocks at most around one place, so that the header of another table is tried too. */
function withoutCrowding(kept: readonly ScoredBlock[], block: ScoredBlock): readonly ScoredBlock[] {
  const near = kept.filter(({ rows }) => rows.some((row) => block.rows.includes(row)));
  return near.length < 2 ? [...kept, block] : kept;
}

/** The best of the blocks that share a row with the given one. */
function bestFrom(tables: readonly { readonly table: FoundTable }[], { headerRows }: FoundTable): FoundTable | null {
  return tables.find(({ table }) => table.headerRows.some((row) => headerRows.includes(row)))?.table ?? null;
}

type TableAt = FindOptions & { readonly rows: readonly number[] };

function tableAt(grid: SheetGrid, matcher: HeaderMatcher, { rows, excludedColumns }: TableAt): FoundTable {
  const bodyStart = (rows.at(-1) ?? -1) + 1;
  const samples = columnSamples(grid, bodyStart);
  const paths = headerPaths(grid, rows);
  const named = assignColumns({ paths, matcher, samples, excluded: new Set(excludedColumns) });
  const width = Math.min(grid.sheet.columnCount, MAX_COLUMNS);
  const nameless = Array.from({ length: width }, (_, index) => index)
    .filter((index) => !paths.has(index) && samples(index).length > 0)
    .map((index): TableColumn => ({ index, header: '', field: null, score: 0 }));
  return { headerRows: rows, columns: [...named, ...nameless].toSorted((a, b) => a.index - b.index), bodyStart };
}

/** Blocks of up to four neighbouring rows around the rows that hold most header words, upper ones first. */
function candidateBlocks(grid: SheetGrid, matcher: HeaderMatcher): readonly (readonly number[])[] {
  const seeds = grid.sheet.rows
    .slice(0, SEARCHED_ROWS)
    .map((row) => ({ index: row.index, words: headerWords(grid, row.index, matcher) }))
    .filter(({ words }) => words > 0)
    .toSorted((a, b) => b.words - a.words || a.index - b.index)
    // A word or two in a row of data is no header when another row has many.
    .filter(({ words }, _, all) => words >= (all[0]?.words ?? 0) * FEW_WORDS)
    .slice(0, MAX_SEEDS)
    .toSorted((a, b) => a.index - b.index);
  const blocks = new Map<string, readonly number[]>();
  for (const { index: seed } of seeds) {
    for (let first = Math.max(0, seed - MAX_HEADER_ROWS + 1); first <= seed; first += 1) {
      for (let last = seed; last < first + MAX_HEADER_ROWS; last += 1) {
        if (grid.row(first) === undefined || grid.row(last) === undefined) continue;
        const rows = Array.from({ length: last - first + 1 }, (_, step) => first + step);
        blocks.set(`${first}-${last}`, rows);
      }
    }
  }
  return withoutRepeats(grid, [...blocks.values()]);
}

/** Of blocks with the same texts (a header printed on every page) the first. */
function withoutRepeats(grid: SheetGrid, blocks: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Set<string>();
  return blocks.filter((rows) => {
    const texts = rows.map((row) => (grid.row(row)?.cells ?? []).map((cell) => cell?.text ?? '').join('\t')).join('\n');
    return !seen.has(texts) && seen.add(texts);
  });
}

/** Distinct header words of a row; a repeated word (○ columns) counts once. */
function headerWords(grid: SheetGrid, index: number, matcher: HeaderMatcher): number {
  const row = grid.row(index);
  if (row === undefined) return 0;
  const texts = new Set(filledCells(row).flatMap(({ cell }) => (cell.type === 'text' ? [cell.text] : [])));
  return [...texts].filter((text) => !plainData.test(text) && matcher.isWord(text)).length;
}

/** Sum of the fields the headers name, less what no header block has: numbers, dates, sentences, rows that add nothing. */
function headerScore(grid: SheetGrid, matcher: HeaderMatcher, rows: readonly number[]): number {
  let penalty = 0.05 * rows.length;
  for (const index of rows) {
    const row = grid.row(index);
    if (row === undefined) penalty += 0.5;
    const filled = row === undefined ? [] : filledCells(row);
    const isCounting = countsUp(filled.map(({ cell }) => cell.text));
    for (const { cell } of filled) {
      if (isCounting && /^\d{1,2}$/.test(cell.text)) continue;
      if (cell.type === 'number' || cell.type === 'date') penalty += 0.6;
      else if (cell.text.length > MAX_HEADER) penalty += 0.8;
      else if (/[0-9０-９]{4}|[@＠]|[年][^度]*[月]/.test(cell.text)) penalty += 0.4;
    }
  }
  if (penalty > MAX_PENALTY) return -penalty;
  return (
    fieldScore(assignColumns({ paths: headerPaths(grid, rows), matcher })) -
    penalty -
    cutMerges(grid, rows) -
    cutChildren(grid, rows)
  );
}

/** 1, 2, 3 … side by side: the numbers of the activity fields over a matrix of ○. */
function countsUp(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d{1,2}$/.test(text)).map(Number);
  return numbers.length >= 5 && numbers.every((number, index) => number === index + 1);
}

function fieldScore(columns: readonly TableColumn[]): number {
  const best = new Map<string, number>();
  for (const { field, score } of columns) {
    if (field !== null) best.set(field, Math.max(best.get(field) ?? 0, score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0);
}

function fieldsOf(columns: readonly TableColumn[]): ReadonlySet<string> {
  return new Set(columns.map((column) => column.field).filter((field) => field !== null));
}
