import { splitActivityFields } from '#shared/domain/activity-fields.ts';
import type { OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { cleanText } from '#shared/domain/text.ts';
import type { Client } from '#shared/rpc/client.ts';

const mostHeld = 10_000;

/** Fields whose list grows by what is entered; the names in a text that the program's own list does not know. */
const namesBeside: Partial<Record<OrganizationFieldKey, (text: string) => readonly string[]>> = {
  orgType: (text) => {
    const type = cleanText(text);
    return type === '' || parseOrganizationType(type) !== null ? [] : [type];
  },
  fields: (text) => splitActivityFields(text).fields.flatMap(({ code, label }) => (code === null ? [label] : [])),
};

/** Which names of a field are new: neither the program's list nor any group of the ledger has them. undefined = a field without a list. */
export function newValuesOf(
  client: Client,
  field: OrganizationFieldKey,
): ((texts: readonly string[]) => Promise<readonly string[]>) | undefined {
  const namesIn = namesBeside[field];
  if (namesIn === undefined) return undefined;
  return async (texts) => {
    const names = [...new Set(texts.flatMap(namesIn))];
    if (names.length === 0) return [];
    const { values } = await client.call('organizations.valueList', { field, limit: mostHeld });
    const held = new Set(values.map(({ value }) => value));
    return names.filter((name) => !held.has(name));
  };
}
