import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { fiscalYearsIn } from './fiscal-year-in-text.ts';
import { isStatusListField, type StatusListField } from './vocabulary.ts';

/** Which column holds what, 0-based. */
export type ColumnMap = {
  /** Heading columns, outermost first. */
  readonly levels: readonly number[];
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

/** The table's columns with the user's mapping applied and, of several years side by side, the wanted or newest one. */
export function chooseColumns(table: FoundTable, choices: ColumnChoices): readonly TableColumn[] {
  const mapped = applyMapping(table.columns, choices.mapping ?? {});
  const named = mapped.some((column) => column.field === 'name') ? mapped : deepestLevelAsName(mapped);
  return choices.mapping === undefined ? preferYear(named, choices.fiscalYear) : named;
}

/** @returns null when there is no column of names or none with a value of the list. */
export function columnMap(columns: readonly TableColumn[]): ColumnMap | null {
  const at = (field: StatusListField): number | undefined => columns.find((column) => column.field === field)?.index;
  const name = at('name');
  const map = {
    levels: [at('level1'), at('level2'), at('level3')].filter((index) => index !== undefined),
    numberRaw: at('numberRaw'),
    mark: at('mark'),
    disposition: at('disposition'),
    note: at('note'),
  };
  if (name === undefined || (map.mark === undefined && map.disposition === undefined)) return null;
  return { ...map, name };
}

/** Columns of the same name as the chosen one but for another fiscal year. */
export function otherYearColumns(columns: readonly TableColumn[]): readonly TableColumn[] {
  const chosen = columns.filter((column) => column.field !== null && yearOf(column.header) !== null);
  return columns.filter(
    (column) =>
      column.field === null &&
      yearOf(column.header) !== null &&
      chosen.some((other) => withoutYear(other.header) === withoutYear(column.header)),
  );
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
  const deepest = ['level3', 'level2', 'level1'].find((field) => columns.some((column) => column.field === field));
  return columns.map((column) =>
    column.field === deepest && deepest !== undefined ? { ...column, field: 'name' } : column,
  );
}

function preferYear(columns: readonly TableColumn[], wanted: number | undefined): readonly TableColumn[] {
  let result = columns;
  for (const field of ['mark', 'disposition', 'note'] as const) {
    const chosen = result.find((column) => column.field === field);
    if (chosen === undefined || yearOf(chosen.header) === null) continue;
    const group = result.filter(
      (column) =>
        (column.field === field || column.field === null) && withoutYear(column.header) === withoutYear(chosen.header),
    );
    const best = group.find((column) => yearOf(column.header) === wanted) ?? newest(group);
    result = result.map((column) => {
      if (column.index === best?.index) return { ...column, field };
      return column.field === field ? { ...column, field: null } : column;
    });
  }
  return result;
}

function newest(columns: readonly TableColumn[]): TableColumn | undefined {
  return columns.toSorted((a, b) => (yearOf(b.header) ?? 0) - (yearOf(a.header) ?? 0))[0];
}

function yearOf(header: string): number | null {
  return (
    fiscalYearsIn(header)[0] ??
    header
      .split('>')
      .map((part) => parseFiscalYear(part))
      .find((year) => year !== null) ??
    null
  );
}

function withoutYear(header: string): string {
  return matchKey(header).replace(/(?:令和|平成|昭和|[rhs])?\d+年?度?|[>()]/gu, '');
}
