import type { OrganizationFieldKey, OrganizationValue } from '#shared/domain/organization/fields.ts';

export type DraftValues = Partial<Record<OrganizationFieldKey, OrganizationValue>>;

/** One group as a row of a file tells it. */
export type OrganizationDraft = {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** What it is called among the answers; missing: by its row. */
  readonly key?: string;
  readonly hidden: boolean;
  /** Values that were read; null = the file says "none" (a dash). A blank cell, and a cell that cannot be read, is missing here. */
  readonly values: DraftValues;
  /** Fields whose cell is blank: a value the ledger has stays. */
  readonly blanks: readonly OrganizationFieldKey[];
  /**
   * Fields of which the file tells a part only (the heading of a section is one of a group's activity fields) or that were guessed
   * (Excel's own ふりがな): what the ledger has stays.
   */
  readonly partial: readonly OrganizationFieldKey[];
  /** Texts that are no value of their field but may be kept as text; written only where the ledger has nothing. */
  readonly unreadable: Partial<Record<OrganizationFieldKey, string>>;
  /** The texts dates were read from. */
  readonly raws: Readonly<Record<string, string>>;
  readonly fixes: readonly string[];
  /** Why a person must look. */
  readonly problems: readonly string[];
  /** Why a person must decide before anything of the row is written. */
  readonly waits?: string;
};
