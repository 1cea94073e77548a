import { foldWidth, matchKey } from '#shared/domain/text.ts';
import type { TableColumn } from '../table/vocabulary.ts';

/** Columns that hold one value between them, in order, and what stands between their texts. */
export type ColumnParts = {
  /** 0-based columns, at least the one that has the field. */
  readonly parts: readonly number[];
  readonly between: string;
};

export type FoundParts = {
  readonly of: (index: number) => ColumnParts;
  /** Columns that are part of another one → the field they belong to. */
  readonly swallowed: ReadonlyMap<number, string>;
};

type Samples = (column: number) => readonly string[];

const phones: ReadonlySet<string | null> = new Set(['phone', 'fax', 'mobile']);
const persons: ReadonlySet<string | null> = new Set(['repName', 'repKana', 'contactName', 'contactKana']);

/** Values that a form spreads over neighbouring columns: 電話 083 | 226 | 4040, 郵便番号 750 | 1576, 姓 | 名. */
export function partsOf(columns: readonly TableColumn[], samples: Samples): FoundParts {
  const found = new Map<number, ColumnParts>();
  const swallowed = new Map<number, string>();
  columns.forEach((column, position) => {
    if (column.field === null || swallowed.has(column.index)) return;
    const parts = columnParts(columns, position, samples);
    if (parts === null) return;
    found.set(column.index, parts);
    for (const index of parts.parts) if (index !== column.index) swallowed.set(index, column.field);
  });
  return { of: (index) => found.get(index) ?? { parts: [index], between: '' }, swallowed };
}

function columnParts(columns: readonly TableColumn[], position: number, samples: Samples): ColumnParts | null {
  const column = columns[position];
  if (column === undefined) return null;
  const { field, index } = column;
  const digits = (offset: number, pattern: RegExp): boolean => allMatch(samples(index + offset), pattern);
  if (phones.has(field) && digits(0, /^\(?\d{2,5}\)?$/) && digits(1, /^\d{1,4}$/) && digits(2, /^\d{1,4}$/)) {
    return { parts: [index, index + 1, index + 2], between: '-' };
  }
  if (field === 'postal' && digits(0, /^〒?\d{1,3}$/) && digits(1, /^\d{1,4}$/)) {
    return { parts: [index, index + 1], between: '-' };
  }
  if (!persons.has(field)) return null;
  return familyName(column, columns[position - 1]) ?? givenName(column, columns[position + 1]);
}

function allMatch(texts: readonly string[], pattern: RegExp): boolean {
  return texts.length > 0 && texts.filter((text) => pattern.test(foldWidth(text))).length >= texts.length * 0.9;
}

function familyName({ index, header }: TableColumn, left: TableColumn | undefined): ColumnParts | null {
  const isPair =
    left?.index === index - 1 &&
    left.field === null &&
    /(?:姓|氏|セイ|せい)$/.test(left.header) &&
    /(?:名|メイ|めい)$/.test(header);
  return isPair ? { parts: [index - 1, index], between: ' ' } : null;
}

function givenName({ index, header }: TableColumn, right: TableColumn | undefined): ColumnParts | null {
  const isPair =
    right?.index === index + 1 &&
    right.field === null &&
    /(?:姓|氏|セイ|せい)$/.test(matchKey(header)) &&
    /(?:名|メイ|めい)$/.test(matchKey(right.header));
  return isPair ? { parts: [index, index + 1], between: ' ' } : null;
}
