import { columnLetters } from '#core/excel/write/cell-address.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import type { ImportColumn } from '#shared/contract/imports.ts';
import { isOrganizationFieldKey, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { typedBeforeDate } from '#shared/domain/spoiled-date.ts';
import { foldWidth } from '#shared/domain/text.ts';
import { tableWarnings } from '#shared/messages/import-table.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { withoutDoubts } from './column-doubts.ts';
import { type ColumnParts, partsOf } from './column-parts.ts';
import { isFieldHeader, isMark, isUnmarked, typeOfHeader } from './content-tests.ts';
import { columnTexts, type FlagCodes, flagCodes } from './flag-codes.ts';
import { flagPairs, isClosingHeader, withFlags } from './flag-columns.ts';
import { holdsReadings } from './split-reading.ts';

/** A column of the register that is read. */
export type MappedColumn = ColumnParts & {
  readonly index: number;
  readonly field: OrganizationFieldKey;
  readonly header: string;
  /** A ○ here means not public (非公開). */
  readonly inverted: boolean;
  /** The second of two columns 可 | 不可: only a yes says something there. */
  readonly isSecond: boolean;
  /** What the codes of a flag column say. */
  readonly codes: FlagCodes;
  /** Column of a ○ matrix: the activity field or kind of group it stands for, or its number. */
  readonly matrixLabel: string | null;
  /** Each cell holds a name and its reading. */
  readonly hasReading: boolean;
  /** Some codes of the column look like dates and others cannot be any: 2024-01-12 beside 2024-13-01. */
  readonly hasDateLikeCodes: boolean;
};

export type ColumnPlan = {
  readonly mapped: readonly MappedColumn[];
  readonly preview: readonly ImportColumn[];
  readonly warnings: readonly string[];
};

export type ColumnChoices = {
  readonly mapping: Readonly<Record<string, string | null>> | undefined;
  readonly samples: (column: number) => readonly string[];
};

/** Fields that several columns may hold. */
const severalColumns: ReadonlySet<string> = new Set(['fields', 'address', 'orgType']);

/** What each column of the sheet becomes: found by headers and contents, changed by the user's choices. */
export function planColumns(sheet: Sheet, table: FoundTable, choices: ColumnChoices): ColumnPlan {
  const { samples } = choices;
  const warnings: string[] = [];
  const chosen = new Map(Object.entries(choices.mapping ?? {}).map(([key, field]) => [columnIndex(key), field]));
  const auto = withFlags(withoutDoubts(table.columns, { samples, chosen, warnings }), { samples, chosen, warnings });
  const taken = new Set([...chosen.values()].filter((field) => field !== null && !severalColumns.has(field)));
  const columns = auto.map((column) => {
    const choice = chosen.get(column.index);
    if (choice !== undefined) return { ...column, field: choice };
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column;
  });
  const parts = partsOf(columns, samples);
  const inverted = flagPairs(columns);
  const hidden = new Set(sheet.hiddenColumns);
  const texts = (column: number): readonly string[] => columnTexts(sheet.rows, table.bodyStart, column);
  return {
    mapped: columns.flatMap((column) =>
      parts.swallowed.has(column.index)
        ? []
        : toMapped(column, { samples, inverted, texts, parts: parts.of(column.index) }),
    ),
    preview: columns.map(({ index, header, field }) => ({
      index,
      letter: columnLetters(index),
      header,
      field: parts.swallowed.get(index) ?? field,
      hidden: hidden.has(index),
      samples: [...new Set(samples(index))].slice(0, 5).map((text) => text.slice(0, 60)),
    })),
    warnings,
  };
}

/** A choice names a column by its 0-based index or its letter. */
function columnIndex(key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  return [...key.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Mapping = {
  readonly samples: (column: number) => readonly string[];
  readonly inverted: ReadonlySet<number>;
  readonly parts: ColumnParts;
  /** All texts of a column. */
  readonly texts: (column: number) => readonly string[];
};

function toMapped({ index, header, field }: TableColumn, mapping: Mapping): readonly MappedColumn[] {
  if (field === null || !isOrganizationFieldKey(field)) return [];
  const texts = mapping.samples(index);
  return [
    {
      index,
      field,
      header,
      inverted: mapping.inverted.has(index) || isClosingHeader(header),
      isSecond: mapping.inverted.has(index),
      codes: field.endsWith('Public') ? flagCodes(header, mapping.texts(index)) : new Map(),
      matrixLabel: matrixLabel(field, header, texts),
      hasReading: holdsReadings(field, header, texts),
      hasDateLikeCodes: texts.some((text) => dateLikeCode.test(text) && typedBeforeDate(text) === null),
      ...mapping.parts,
    },
  ];
}

const dateLikeCode = /^\d{4}[-/]\d{1,3}[-/]\d{1,4}$/;

/** 環境の保全 of a ○ matrix, the number of 活動分野１ … ２０ (NPO portal), any word over a column of marks. */
function matrixLabel(field: OrganizationFieldKey, header: string, samples: readonly string[]): string | null {
  const last = header.split('>').at(-1) ?? '';
  const isMarked = samples.length > 0 && samples.every((text) => isMark(text) || isUnmarked(text));
  if (field === 'orgType') return isMarked && typeOfHeader(last) !== null ? last : null;
  if (field !== 'fields') return null;
  if (isFieldHeader(last)) return last;
  const number = /^(?:活動)?分野(\d{1,2})$/.exec(foldWidth(last).replace(/\s/g, ''))?.[1];
  return number ?? (header !== last || isMarked ? last : null);
}

/** Columns whose contents go nowhere, so that nobody thinks they are in the ledger. */
export function unusedColumns(columns: readonly ImportColumn[]): readonly string[] {
  const unused = columns.filter(({ field, hidden, samples }) => field === null && !hidden && samples.length > 0);
  const words = unused.map(({ letter, header }) =>
    header === '' ? tableWarnings.namelessColumn(letter) : tableWarnings.column(letter, header.replace(/\s+/g, '')),
  );
  return words.length === 0 ? [] : [tableWarnings.unusedColumns(words)];
}
