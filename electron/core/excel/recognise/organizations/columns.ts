import { columnLetters } from '#core/excel/write/cell-address.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import type { ImportColumn } from '#shared/contract/imports.ts';
import { isOrganizationFieldKey, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { foldWidth, matchKey } from '#shared/domain/text.ts';
import { organizationWarnings } from '#shared/messages/import-organizations.ts';
import { tableWarnings } from '#shared/messages/import-table.ts';
import type { FoundTable, TableColumn } from '../table/vocabulary.ts';
import { isFieldHeader, isRunningNumber } from './content-tests.ts';

/** A column of the register that is read. */
export type MappedColumn = {
  readonly index: number;
  readonly field: OrganizationFieldKey;
  readonly header: string;
  /** A ○ here means not public (非公開). */
  readonly inverted: boolean;
  /** Column of a ○ matrix: the activity field it stands for, or its number. */
  readonly matrixLabel: string | null;
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

/** Columns of an address that continue another column; 従たる事務所の所在地 does not. */
const addressPart = /住所[2-9]|町名|番地|建物|方書|丁目|地番|以降|以下|マンション/;
const genericNumber = /^(?:no|№|番号|ナンバ-|通番|通し番号|連番|項番|id|コ-ド|#)\.?$/;

/** What each column of the sheet becomes: found by headers and contents, changed by the user's choices. */
export function planColumns(sheet: Sheet, table: FoundTable, choices: ColumnChoices): ColumnPlan {
  const warnings: string[] = [];
  const chosen = new Map(Object.entries(choices.mapping ?? {}).map(([key, field]) => [columnIndex(key), field]));
  const auto = withoutDoubts(table.columns, { samples: choices.samples, chosen, warnings });
  const taken = new Set(
    [...chosen.values()].filter((field) => field !== null && field !== 'fields' && field !== 'address'),
  );
  const columns = auto.map((column) => {
    const choice = chosen.get(column.index);
    if (choice !== undefined) return { ...column, field: choice };
    return column.field !== null && taken.has(column.field) ? { ...column, field: null } : column;
  });
  const hidden = new Set(sheet.hiddenColumns);
  return {
    mapped: columns.flatMap(toMapped),
    preview: columns.map(({ index, header, field }) => ({
      index,
      letter: columnLetters(index),
      header,
      field,
      hidden: hidden.has(index),
      samples: [...new Set(choices.samples(index))].slice(0, 5).map((text) => text.slice(0, 60)),
    })),
    warnings,
  };
}

/** A choice names a column by its 0-based index or its letter. */
function columnIndex(key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  return [...key.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

type Doubts = {
  readonly samples: (column: number) => readonly string[];
  readonly chosen: ReadonlyMap<number, string | null>;
  readonly warnings: string[];
};

function withoutDoubts(columns: readonly TableColumn[], { samples, chosen, warnings }: Doubts): readonly TableColumn[] {
  const addresses = columns.filter((column) => column.field === 'address');
  const mainAddress = addresses.toSorted((a, b) => b.score - a.score)[0];
  const hasMembers = columns.some((column) => column.field === 'members');
  return columns.map((column) => {
    // 構成員数（うち市民） is one column for both when no other tells the members.
    if (column.field === 'membersCitizen' && !hasMembers && /[(（]/.test(column.header)) {
      return { ...column, field: 'members' };
    }
    const key = matchKey(column.header);
    if (column.field === 'address' && column !== mainAddress && !addressPart.test(foldWidth(column.header))) {
      return { ...column, field: null };
    }
    if (
      column.field === 'regNo' &&
      !chosen.has(column.index) &&
      genericNumber.test(key) &&
      isRunningNumber(samples(column.index))
    ) {
      warnings.push(organizationWarnings.runningNumber(column.header));
      return { ...column, field: null };
    }
    return column;
  });
}

function toMapped({ index, header, field }: TableColumn): readonly MappedColumn[] {
  if (field === null || !isOrganizationFieldKey(field)) return [];
  const last = header.split('>').at(-1) ?? '';
  return [
    {
      index,
      field,
      header,
      inverted: isInverted(header),
      matrixLabel: field === 'fields' ? matrixLabel(last, header !== last) : null,
    },
  ];
}

function isInverted(header: string): boolean {
  const rest = matchKey(header).replace(/公開[・/,]?非公開|非公開[・/,]?公開|公開[・/,]?不可/g, '');
  return rest.includes('非公開');
}

/** 環境の保全 of a ○ matrix, the number of 活動分野１ … ２０ (NPO portal), any word below a parent (活動分野>その他). */
function matrixLabel(header: string, hasParent: boolean): string | null {
  if (isFieldHeader(header)) return header;
  const number = /^(?:活動)?分野(\d{1,2})$/.exec(foldWidth(header).replace(/\s/g, ''))?.[1];
  return number ?? (hasParent ? header : null);
}

/** Headers of a second table right of the first: the same words again in columns that got no field. */
export function besideTableWarning(table: FoundTable): readonly string[] {
  const named = new Set(table.columns.filter((column) => column.field !== null).map((column) => column.header));
  const again = table.columns.filter(
    (column) => column.field === null && column.header !== '' && named.has(column.header),
  );
  const first = again[0];
  const last = again.at(-1);
  if (first === undefined || last === undefined || again.length < 3) return [];
  return [tableWarnings.besideTable(`${columnLetters(first.index)}〜${columnLetters(last.index)}`)];
}
