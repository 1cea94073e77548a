import type { SheetGrid } from '../table/sheet-grid.ts';
import { columnSamples } from '../table/samples.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { preferPeriod, preferYear } from './column-years.ts';
import { chooseLevels, levelFields, levelNumberFields } from './level-columns.ts';
import { isStatusListField, type StatusListField } from './vocabulary.ts';

/** A heading column, and the column of its numbers if they stand in one of their own. */
export type LevelColumn = { readonly name: number; readonly number: number | undefined };

/** Which column holds what, 0-based. */
export type ColumnMap = {
  /** Heading columns, outermost first. */
  readonly levels: readonly LevelColumn[];
  readonly numberRaw: number | undefined;
  readonly name: number;
  readonly mark: number | undefined;
  readonly disposition: number | undefined;
  readonly note: number | undefined;
};

export type ColumnChoices = {
  readonly mapping?: Readonly<Record<string, string | null>> | undefined;
  readonly fiscalYear?: number | undefined;
};

/**
 * The table's columns with the user's mapping applied; else, of several years side by side, the wanted or newest one, and heading
 * columns that only their place tells.
 */
export function chooseColumns(table: FoundTable, grid: SheetGrid, choices: ColumnChoices): readonly TableColumn[] {
  const mapped = applyMapping(table.columns, choices.mapping ?? {});
  const named = mapped.some((column) => column.field === 'name') ? mapped : deepestLevelAsName(mapped);
  if (choices.mapping !== undefined) return named;
  const samples = columnSamples(grid, table.bodyStart);
  const levelled = chooseLevels(named, samples);
  const isFilled = (column: number): boolean => samples(column).length > 0;
  return preferPeriod(preferYear(levelled, choices.fiscalYear, isFilled), isFilled);
}

/** @returns null when there is no column of names or none with a value of the list. */
export function columnMap(columns: readonly TableColumn[]): ColumnMap | null {
  const at = (field: StatusListField): number | undefined => columns.find((column) => column.field === field)?.index;
  const name = at('name');
  const levels = levelFields.flatMap((field, depth): LevelColumn[] => {
    const index = at(field);
    const numberField = levelNumberFields[depth];
    return index === undefined
      ? []
      : [{ name: index, number: numberField === undefined ? undefined : at(numberField) }];
  });
  const map = {
    levels,
    numberRaw: at('numberRaw'),
    mark: at('mark'),
    disposition: at('disposition'),
    note: at('note'),
  };
  if (name === undefined || (map.mark === undefined && map.disposition === undefined)) return null;
  return { ...map, name };
}

function applyMapping(
  columns: readonly TableColumn[],
  mapping: Readonly<Record<string, string | null>>,
): readonly TableColumn[] {
  const chosen = new Map(Object.entries(mapping).map(([key, field]) => [columnIndex(key), field]));
  const taken = new Set([...chosen.values()].filter((field) => field !== null));
  return columns.map((column) => {
    const field = chosen.get(column.index);
    if (field !== undefined)
      return { ...column, field: field !== null && isStatusListField(field) ? field : null, score: 1 };
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column;
  });
}

/** '2' or 'C'. */
function columnIndex(key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  return [...key.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** 基本目標 | 施策 | 評価: without a column of items the deepest heading column holds them. */
function deepestLevelAsName(columns: readonly TableColumn[]): readonly TableColumn[] {
  const deepest = levelFields.findLast((field) => columns.some((column) => column.field === field));
  return columns.map((column) =>
    column.field === deepest && deepest !== undefined ? { ...column, field: 'name' } : column,
  );
}
