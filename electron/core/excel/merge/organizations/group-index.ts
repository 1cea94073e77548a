import type { StoredOrganization } from '#db/queries/organization-merge.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { matchKey } from '#shared/domain/text.ts';
import type { DraftValues } from './draft.ts';
import { valueText } from './compare.ts';

export type GroupIndex = {
  readonly byRegNo: ReadonlyMap<string, StoredOrganization>;
  readonly byCorporateNumber: ReadonlyMap<string, StoredOrganization>;
  readonly byName: ReadonlyMap<string, readonly StoredOrganization[]>;
  /** Without the legal form: 豊田音楽隊 of 特定非営利活動法人 豊田音楽隊. */
  readonly byBareName: ReadonlyMap<string, readonly StoredOrganization[]>;
  /** Match key of every number ever given → id of its group, also of a removed one. */
  readonly numberHolders: ReadonlyMap<string, string>;
};

export function createGroupIndex(
  groups: readonly StoredOrganization[],
  numberHolders: ReadonlyMap<string, string>,
): GroupIndex {
  const byRegNo = new Map<string, StoredOrganization>();
  const byCorporateNumber = new Map<string, StoredOrganization>();
  const byName = new Map<string, StoredOrganization[]>();
  const byBareName = new Map<string, StoredOrganization[]>();
  for (const group of groups) {
    const { regNo, corporateNumber, name } = group.record;
    if (typeof regNo === 'string') byRegNo.set(matchKey(regNo), group);
    if (typeof corporateNumber === 'string') byCorporateNumber.set(corporateNumber, group);
    const key = organizationNameKey(valueText(name));
    push(byName, key, group);
    push(byBareName, bareName(key), group);
  }
  return { byRegNo, byCorporateNumber, byName, byBareName, numberHolders };
}

function push(map: Map<string, StoredOrganization[]>, key: string, group: StoredOrganization): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [group]);
  else list.push(group);
}

/** Name key without its legal form. */
export function bareName(nameKey: string): string {
  return nameKey.slice(nameKey.indexOf(':') + 1);
}

/** Fields that show that two rows of one name are one group. */
export const evidenceFields = ['phone', 'address', 'repName'] as const satisfies readonly OrganizationFieldKey[];
export type EvidenceField = (typeof evidenceFields)[number];

/** What a draft and a group have in common besides the name. */
export function commonEvidence(values: DraftValues, group: StoredOrganization): readonly EvidenceField[] {
  return evidenceFields.filter((field) => {
    const a = evidenceKey(field, valueText(values[field]));
    return a !== '' && a === evidenceKey(field, valueText(group.record[field]));
  });
}

function evidenceKey(field: EvidenceField, text: string): string {
  if (field === 'address') return addressKey(text);
  return field === 'phone' ? text.replace(/\D/g, '') : matchKey(text);
}
