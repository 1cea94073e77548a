import type { SheetChoice, SheetColumn, SheetEditor, SheetFilterKind } from '#renderer/sheet/types.ts';
import type { CellValue } from '#shared/contract/common.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import {
  type OrganizationFieldKey,
  type OrganizationFieldKind,
  organizationField,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';
import type { Client } from '#shared/rpc/client.ts';
import type { OrganizationRow } from './cell-row.ts';
import { editText, flagTexts, listedText, shownText } from './cell-text.ts';
import { organizationCompanions } from './companions.ts';
import { newValuesOf } from './new-values.ts';
import { readCell } from './read-cell.ts';

export type OrganizationColumnOptions = {
  readonly editable: boolean;
  readonly client: Client;
  /** ISO day, '' while it is not known. */
  readonly today: string;
};

function choice(text: string, label: string, keys: readonly string[]): SheetChoice {
  return { text, label, keys };
}

const blankChoice = choice('', organizationsText.publicBlank, []);
const flagChoices = [
  choice(flagTexts.true, flagTexts.true, ['○', '1', '可', '有']),
  choice(flagTexts.false, flagTexts.false, ['×', '2', '0', 'x', '不可', '無']),
  blankChoice,
];
const typeChoices = [...organizationTypes.map((type, index) => choice(type, type, [String(index + 1)])), blankChoice];

function editorOf(kind: OrganizationFieldKind): SheetEditor {
  switch (kind) {
    case 'organization-type':
      return { kind: 'choice', choices: typeChoices };
    case 'public-flag':
      return { kind: 'choice', choices: flagChoices };
    case 'activity-fields':
      return { kind: 'many', labels: activityFields.map((field) => field.label) };
    case 'long-text':
      return { kind: 'long-text' };
    default:
      return { kind: 'text' };
  }
}

const filterByKind: Readonly<Record<OrganizationFieldKind, SheetFilterKind>> = {
  text: 'text',
  'long-text': 'text',
  kana: 'text',
  'organization-type': 'choice',
  'activity-fields': 'choice',
  'corporate-number': 'text',
  postal: 'text',
  city: 'choice',
  phone: 'text',
  email: 'text',
  url: 'text',
  'public-flag': 'choice',
  date: 'date',
  count: 'number',
};

const widthByKind: Readonly<Record<OrganizationFieldKind, number>> = {
  text: 120,
  'long-text': 220,
  kana: 170,
  'organization-type': 112,
  'activity-fields': 190,
  'corporate-number': 130,
  postal: 92,
  city: 80,
  phone: 116,
  email: 190,
  url: 190,
  'public-flag': 92,
  date: 102,
  count: 96,
};
const widthByKey: Readonly<Record<string, number>> = { regNo: 104, name: 250, address: 240, area: 120 };

function alignOf(kind: OrganizationFieldKind): 'left' | 'center' | 'right' {
  if (kind === 'count') return 'right';
  return kind === 'public-flag' ? 'center' : 'left';
}

function countOf(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function columnOf(
  key: OrganizationFieldKey,
  index: number,
  { editable, client, today }: OrganizationColumnOptions,
): SheetColumn<OrganizationRow> {
  const { label, kind } = organizationField(key);
  const value = (row: OrganizationRow): CellValue => row[index + 1] ?? null;
  const wide = kind === 'long-text' || kind === 'activity-fields';
  const companions = organizationCompanions(client).get(key);
  const newValues = newValuesOf(client, key);
  return {
    id: key,
    title: label,
    width: widthByKey[key] ?? widthByKind[kind],
    pinned: key === 'regNo' || key === 'name',
    align: alignOf(kind),
    text: (row) => editText(kind, value(row)),
    shown: (row) => shownText(kind, value(row)),
    sortable: true,
    filter: filterByKind[kind],
    valueShown: (listed) => listedText(kind, listed),
    read: (text) => readCell(key, text, today),
    ...(kind === 'count' ? { number: (row: OrganizationRow) => countOf(value(row)) } : {}),
    cellClass: (row) => (kind === 'public-flag' && value(row) === false ? 'flag-no' : ''),
    ...(editable
      ? {
          editor: editorOf(kind),
          ...(companions === undefined ? {} : { companions }),
          ...(newValues === undefined ? {} : { newValues }),
        }
      : {}),
    ...(wide ? { tooltip: (row: OrganizationRow) => editText(kind, value(row)) } : {}),
  };
}

/** The register's columns in the order of organizationFields. */
export function organizationColumns(options: OrganizationColumnOptions): readonly SheetColumn<OrganizationRow>[] {
  return organizationFields.map(({ key }, index) => columnOf(key, index, options));
}
