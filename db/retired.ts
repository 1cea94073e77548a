import type { SqlValue } from './reader.ts';
import type { DataTableName } from './tables.ts';

/**
 * What the change log still names although the schema no longer has it. The log is never rewritten: a migration that takes a
 * name away describes it here, and everything that reads the log does so through logged.ts. A name is never used again.
 */
export type Retired = {
  /** By the name in the log. */
  readonly tables: Readonly<Record<string, RetiredTable>>;
  /** Of each table by its name now, by the name in the log. */
  readonly columns: { readonly [T in DataTableName]?: Readonly<Record<string, RetiredColumn>> };
  /** Columns that were added later and may not be blank: what they hold in rows that were recorded without them. */
  readonly fills: { readonly [T in DataTableName]?: Readonly<Record<string, SqlValue>> };
};

/** Renamed, or gone: its words for 変更履歴 and the table whose record its rows belonged to. */
export type RetiredTable =
  | { readonly now: DataTableName }
  | {
      readonly what: string;
      readonly columns: Readonly<Record<string, string>>;
      readonly records: DataTableName;
    };

/** Renamed, or gone: its words for 変更履歴, '' for a column that is not shown. */
export type RetiredColumn = { readonly now: string } | { readonly label: string };

export const retired: Retired = { tables: {}, columns: {}, fills: {} };
