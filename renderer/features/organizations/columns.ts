import type { SheetChoice, SheetColumn, SheetEditor } from '#renderer/sheet/types.ts';
import { formatCount } from '#renderer/ui/format.ts';
import type { CellValue } from '#shared/contract/common.ts';
import { activityFields } from '#shared/domain/activity-fields.ts';
import { formatWareki } from '#shared/domain/dates.ts';
import {
  type OrganizationField,
  type OrganizationFieldKind,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { organizationTypes } from '#shared/domain/organization-type.ts';
import { formatPostal } from '#shared/domain/postal.ts';
import { organizationsText } from '#shared/messages/ui/organizations.ts';

/** A group as the core sends it: its id, then its values in the order of organizationFields. */
export type OrganizationRow = readonly CellValue[];

export function organizationRowId(row: OrganizationRow): string {
  return String(row[0] ?? '');
}

const flagTexts = { true: organizationsText.publicYes, false: organizationsText.publicNo } as const;

/** A value as text for an editor: labels one a line, flags as words, dates as ISO. */
export function editText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return flagTexts[`${value}`];
  if (Array.isArray(value)) return value.join('\n');
  return String(value);
}

function shortField(label: string): string {
  return activityFields.find((field) => field.label === label)?.short ?? label;
}

/** A value as the grid shows it. */
export function shownText(kind: OrganizationFieldKind, value: CellValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(shortField).join('・');
  switch (kind) {
    case 'date':
      return formatWareki(String(value), 'short');
    case 'postal':
      return formatPostal(String(value));
    case 'count':
      return typeof value === 'number' ? formatCount(value) : String(value);
    case 'long-text':
      return String(value).replaceAll('\n', ' ');
    default:
      return editText(value);
  }
}

/** What is sent for an edited text; '' empties the cell. The core reads wareki, full-width digits and so on by the field's kind. */
export function editedValue(kind: OrganizationFieldKind, text: string): CellValue {
  if (text.trim() === '') return kind === 'activity-fields' ? [] : null;
  if (kind === 'activity-fields') return text.split('\n').filter((line) => line !== '');
  if (kind === 'public-flag' && text === flagTexts.true) return true;
  if (kind === 'public-flag' && text === flagTexts.false) return false;
  return text;
}

function choice(text: string, label: string, keys: readonly string[]): SheetChoice {
  return { text, label, keys };
}

const blankChoice = choice('', organizationsText.publicBlank, []);
const flagChoices = [
  choice(flagTexts.true, flagTexts.true, ['○']),
  choice(flagTexts.false, flagTexts.false, ['×']),
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

const widthByKind: Readonly<Record<OrganizationFieldKind, number>> = {
  text: 120,
  'long-text': 220,
  kana: 170,
  'organization-type': 112,
  'activity-fields': 190,
  'corporate-number': 130,
  postal: 86,
  city: 80,
  phone: 116,
  email: 190,
  url: 190,
  'public-flag': 76,
  date: 96,
  count: 78,
};
const widthByKey: Readonly<Record<string, number>> = { regNo: 96, name: 250, address: 240, area: 120 };

function columnOf(field: OrganizationField, index: number, editable: boolean): SheetColumn<OrganizationRow> {
  const value = (row: OrganizationRow): CellValue => row[index + 1] ?? null;
  const wide = field.kind === 'long-text' || field.kind === 'activity-fields';
  return {
    id: field.key,
    title: field.label,
    width: widthByKey[field.key] ?? widthByKind[field.kind],
    pinned: field.key === 'regNo' || field.key === 'name',
    align: field.kind === 'count' ? 'right' : field.kind === 'public-flag' ? 'center' : 'left',
    text: (row) => editText(value(row)),
    shown: (row) => shownText(field.kind, value(row)),
    sortable: true,
    cellClass: (row) => (field.kind === 'public-flag' && value(row) === false ? 'flag-no' : ''),
    ...(editable ? { editor: editorOf(field.kind) } : {}),
    ...(wide ? { tooltip: (row) => editText(value(row)) } : {}),
  };
}

/** The register's columns in the order of organizationFields. */
export function organizationColumns(editable: boolean): readonly SheetColumn<OrganizationRow>[] {
  return organizationFields.map((field, index) => columnOf(field, index, editable));
}
