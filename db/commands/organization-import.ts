import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import {
  insertOrganization,
  type OrganizationPatch,
  type OrganizationRaws,
  writeOrganizationFields,
} from '../organization-rows.ts';
import type { WriteTx } from '../write-tx.ts';

export type OrganizationWrite =
  | { readonly kind: 'insert'; readonly record: Partial<OrganizationRecord>; readonly raws: OrganizationRaws }
  | { readonly kind: 'update'; readonly id: string; readonly patch: OrganizationPatch };

const PROGRESS_STEP = 200;

/**
 * Adds and changes groups as part of one change set. `progress` is called every few hundred groups and may throw CANCELLED,
 * which leaves nothing written. Errors: REG_NO_USED, NOT_FOUND.
 */
export function importOrganizations(
  tx: WriteTx,
  writes: readonly OrganizationWrite[],
  progress: (done: number, total: number) => void,
): void {
  writes.forEach((write, index) => {
    if (index % PROGRESS_STEP === 0) progress(index, writes.length);
    if (write.kind === 'insert') insertOrganization(tx, write.record, write.raws);
    else writeOrganizationFields(tx, write.id, write.patch);
  });
  progress(writes.length, writes.length);
}
