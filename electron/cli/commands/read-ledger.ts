import { printedName } from '#shared/domain/printed-name.ts';
import { organizationFields, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';
import { cliTexts } from '#shared/messages/cli.ts';
import type { CellValue } from '#shared/contract/common.ts';
import type { PlanSummary } from '#shared/contract/measures.ts';
import type { CliOptions } from '../arguments.ts';
import { type CliCore, withLedger } from '../cli-core.ts';
import { fiscalYearOption } from '../fiscal-year-option.ts';
import { type CommandResult, exitStatus } from '../result.ts';

export async function summary(ledger: string, options: CliOptions): Promise<CommandResult> {
  return withLedger(ledger, { mode: 'read', options }, async ({ client }) => {
    const { total, byType, byCity } = await client.call('organizations.counts', {});
    const plans: PlanSummary[] = [];
    for (const { id: planId } of await client.call('plans.list', {}))
      plans.push((await client.call('measures.list', { planId })).plan);
    const json = {
      organizations: { total, byType, byCity },
      plans: plans.map(({ id: _id, fiscalYear: _year, fiscalYears: _years, ...plan }) => plan),
    };
    return { json, lines: cliTexts.summary(json), status: exitStatus.done };
  });
}

/** Fields that every group prints; others only where they hold something, so that a plain register stays readable. */
const always: ReadonlySet<OrganizationFieldKey> = new Set([
  'regNo',
  'name',
  'nameKana',
  'orgType',
  'fields',
  'repName',
  'repKana',
  'postal',
  'city',
  'address',
  'phone',
  'phonePublic',
  'email',
  'established',
  'members',
  'membersCitizen',
  'registered',
  'validUntil',
  'note',
]);

export async function listOrganizations(ledger: string, options: CliOptions): Promise<CommandResult> {
  return withLedger(ledger, { mode: 'read', options }, async (cli) => {
    const rows = await readAllOrganizations(cli);
    const records = rows.map(organizationJson);
    return {
      json: records,
      lines: records.map((record) => cliTexts.organizationLine(record)),
      status: exitStatus.done,
    };
  });
}

async function readAllOrganizations({ client }: CliCore): Promise<CellValue[][]> {
  const { viewId, total } = await client.call('organizations.openView', {});
  const rows: CellValue[][] = [];
  for (let start = 0; start < total; start += 1000) {
    const block = await client.call('organizations.readBlock', { viewId, start, end: start + 1000 });
    rows.push(...block.rows.filter((row) => row !== null));
  }
  return rows;
}

function organizationJson(row: readonly CellValue[]): Record<string, CellValue> {
  const entries = organizationFields.map((field, index) => [field.key, row[index + 1] ?? null] as const);
  return Object.fromEntries(
    entries.filter(([key, value]) => always.has(key) || value !== null).map(([key, value]) => [jsonKey(key), value]),
  );
}

/** 'phonePublic' -> 'phone_public', the keys of the exchange format. */
function jsonKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export async function listMeasures(ledger: string, options: CliOptions): Promise<CommandResult> {
  const year = fiscalYearOption(options);
  return withLedger(ledger, { mode: 'read', options }, async ({ client }) => {
    const records: Record<string, unknown>[] = [];
    for (const plan of await client.call('plans.list', {})) {
      const list = await client.call('measures.list', { planId: plan.id, ...year });
      const path: string[] = [];
      for (const row of list.rows) {
        if (row.kind === 'heading') {
          path.splice(row.depth, Number.POSITIVE_INFINITY, printedName(row));
          continue;
        }
        records.push({
          plan: plan.title,
          fiscal_year: list.fiscalYear,
          path: [...path],
          no: row.numberRaw,
          name: row.name,
          repost: row.kind === 'repost',
          repost_label: row.repostLabel,
          mark: row.mark.text,
          mark_state: row.mark.state,
          disposition: row.disposition.text,
          note: row.note,
          note_shared_by: row.noteSharedBy,
        });
      }
    }
    return { json: records, lines: records.map((record) => cliTexts.measureLine(record)), status: exitStatus.done };
  });
}
