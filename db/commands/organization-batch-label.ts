import { formatWareki } from '#shared/domain/dates.ts';
import {
  type OrganizationFieldKey,
  type OrganizationValue,
  organizationField,
  organizationFields,
} from '#shared/domain/organization/fields.ts';
import { historyTexts } from '#shared/messages/history.ts';
import { organizationLabels, organizationTexts } from '#shared/messages/organizations.ts';
import type { Connection } from '../connection.ts';
import type { OrganizationPatch } from '../organization-rows.ts';
import type { BatchPlan } from './organization-batch.ts';

/** How 履歴 names a batch. */
export function batchLabel(connection: Connection, plan: BatchPlan): string {
  const { groups, additions } = plan;
  const added = addedLabel(additions);
  if (groups.length === 0) return added;
  const edited = editedLabel(connection, plan);
  return added === '' ? edited : organizationLabels.both(edited, added);
}

function addedLabel(additions: readonly OrganizationPatch[]): string {
  const [first] = additions;
  if (first === undefined) return '';
  return additions.length === 1
    ? organizationLabels.add(String(first.name ?? ''))
    : organizationLabels.addMany(additions.length);
}

function editedLabel(connection: Connection, { groups, changed }: BatchPlan): string {
  const [first] = groups;
  if (first === undefined) return '';
  const fields = fieldsOf(first.patch);
  const [field] = fields;
  if (changed === 1 && field !== undefined) {
    const after = valueWords(field, first.patch[field] ?? null);
    return organizationLabels.editOne(nameOf(connection, first.id), organizationField(field).label, after);
  }
  if (groups.length === 1) return organizationLabels.editGroup(nameOf(connection, first.id), changed);
  const sameField = changed === groups.length && groups.every(({ patch }) => field !== undefined && field in patch);
  return sameField && field !== undefined
    ? organizationLabels.editField(groups.length, organizationField(field).label)
    : organizationLabels.editMany(groups.length, changed);
}

function fieldsOf(patch: OrganizationPatch): OrganizationFieldKey[] {
  return organizationFields.map(({ key }) => key).filter((key) => patch[key] !== undefined);
}

/** A value in the words of 履歴, short enough for a line. */
export function valueWords(key: OrganizationFieldKey, value: OrganizationValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? historyTexts.isPublic : historyTexts.isPrivate;
  const text = typeof value === 'object' ? value.join('、') : String(value);
  return organizationTexts.shortened(organizationField(key).kind === 'date' ? formatWareki(text, 'short') : text);
}

/** Name of a group as 履歴 quotes it; '' when there is no such group. */
export function nameOf(connection: Connection, id: string): string {
  const name: unknown = connection.prepare('SELECT name FROM organization WHERE id = ?').pluck().get(id);
  return typeof name === 'string' ? organizationTexts.shortened(name) : '';
}
