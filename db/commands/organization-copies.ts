import { type OrganizationRecord, organizationFields } from '#shared/domain/organization/fields.ts';
import { organizationLabels, organizationTexts } from '#shared/messages/organizations.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Connection } from '../connection.ts';
import type { Ledger } from '../open.ts';
import { insertOrganization, type OrganizationRaws } from '../organization-rows.ts';
import { readOrganization } from '../queries/organizations.ts';
import { type NamedContext, type WriteResult, write } from '../write-tx.ts';
import { nameOf } from './organization-batch-label.ts';

/** Copies groups with all their fields but the registration number; value: ids of the copies, in order. Errors: NOT_FOUND, READ_ONLY. */
export function duplicateOrganizations(
  ledger: Ledger,
  ids: readonly string[],
  named: NamedContext,
): WriteResult<string[]> {
  const label =
    ids.length === 1
      ? organizationLabels.copyOne(nameOf(ledger.connection, ids[0] ?? ''))
      : organizationLabels.copyMany(ids.length);
  const records = ids.map((id) => copiedRecord(ledger, id));
  return write(ledger, named(label), (tx) =>
    records.map((record, index) => insertOrganization(tx, record, rawsOf(ledger.connection, ids[index] ?? ''))),
  );
}

function copiedRecord(ledger: Ledger, id: string): OrganizationRecord {
  const row = readOrganization(ledger, id);
  if (row === undefined) throw new AppError('NOT_FOUND', { what: organizationTexts.copiedGroup });
  const entries = organizationFields.map(({ key }, index) => [key, key === 'regNo' ? null : (row[index + 1] ?? null)]);
  return Object.fromEntries(entries) as OrganizationRecord; // boundary: keys are organizationFields itself
}

type RawRow = { established: string | null; registered: string | null; validUntil: string | null };

/** The texts that the dates of a group were read from. */
function rawsOf(connection: Connection, id: string): OrganizationRaws {
  const row = connection
    .prepare<[string], RawRow>(
      `SELECT o.established_raw AS established, r.registered_raw AS registered, r.valid_until_raw AS validUntil
       FROM organization o LEFT JOIN registration r ON r.organization_id = o.id AND r.is_current = 1 WHERE o.id = ?`,
    )
    .get(id);
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, text]) => text !== null));
}
