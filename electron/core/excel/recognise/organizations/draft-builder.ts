import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetCell } from '#core/excel/workbook.ts';
import type { OrganizationFieldKey, OrganizationValue } from '#shared/domain/organization/fields.ts';
import { organizationField } from '#shared/domain/organization/fields.ts';
import { cleanText } from '#shared/domain/text.ts';

/** Collects what the cells of one row say; the rules that read cells and split them write into it. */
export type DraftBuilder = {
  readonly has: (field: OrganizationFieldKey) => boolean;
  readonly get: (field: OrganizationFieldKey) => OrganizationValue | undefined;
  readonly set: (field: OrganizationFieldKey, value: OrganizationValue) => void;
  readonly raw: (field: OrganizationFieldKey, text: string) => void;
  readonly blank: (field: OrganizationFieldKey) => void;
  readonly partial: (field: OrganizationFieldKey) => void;
  readonly unreadable: (field: OrganizationFieldKey, text: string) => void;
  readonly fix: (text: string) => void;
  readonly problem: (text: string) => void;
  /** Nothing of the row is written before a person decides. */
  readonly wait: (reason: string) => void;
  readonly build: (row: number, hidden: boolean) => OrganizationDraft;
};

export function createDraftBuilder(): DraftBuilder {
  const values: Partial<Record<OrganizationFieldKey, OrganizationValue>> = {};
  const unreadable: Partial<Record<OrganizationFieldKey, string>> = {};
  const raws: Record<string, string> = {};
  const blanks = new Set<OrganizationFieldKey>();
  const partial = new Set<OrganizationFieldKey>();
  const fixes = new Set<string>();
  const problems = new Set<string>();
  const waits = new Set<string>();
  return {
    has: (field) => values[field] !== undefined && values[field] !== null,
    get: (field) => values[field],
    set: (field, value) => {
      values[field] = value;
    },
    raw: (field, text) => {
      raws[field] = text;
    },
    blank: (field) => blanks.add(field),
    partial: (field) => partial.add(field),
    unreadable: (field, text) => {
      unreadable[field] = text;
    },
    fix: (text) => fixes.add(text),
    problem: (text) => problems.add(text),
    wait: (reason) => waits.add(reason),
    build: (row, hidden) => ({
      row,
      hidden,
      values,
      // One filled cell of several columns of a field (address parts) is enough.
      blanks: [...blanks].filter((field) => values[field] === undefined && unreadable[field] === undefined),
      partial: [...partial],
      unreadable,
      raws,
      fixes: [...fixes],
      problems: [...problems],
      ...(waits.size > 0 ? { waits: [...waits].join(' ') } : {}),
    }),
  };
}

export function labelOf(field: OrganizationFieldKey): string {
  return organizationField(field).label;
}

/** Text of a cell as it is read; '' for an empty one. */
export function textOf(cell: SheetCell | null): string {
  return cell === null ? '' : cleanText(cell.text);
}
