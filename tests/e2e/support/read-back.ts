import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';

const summary = z.object({
  organizations: z.object({ total: z.number() }),
  plans: z.array(
    z.object({
      title: z.string(),
      policies: z.number(),
      sections: z.number(),
      measures: z.number(),
      placements: z.number(),
      marks: z.record(z.string(), z.number()),
      dispositions: z.record(z.string(), z.number()),
      sharedNotes: z.number(),
    }),
  ),
});
const organization = z.looseObject({
  reg_no: z.string().nullable(),
  name: z.string(),
  org_type: z.string().nullable(),
  city: z.string().nullable(),
  phone: z.string().nullable(),
  phone_public: z.boolean().nullable(),
  valid_until: z.string().nullable(),
});
const measure = z.object({
  no: z.string(),
  name: z.string(),
  repost: z.boolean(),
  mark: z.string(),
  disposition: z.string(),
});

export type Organization = z.infer<typeof organization>;
export type Measure = z.infer<typeof measure>;

/** What the command line says about a ledger that no program has open any more. */
function daicho(ledger: string, ...args: readonly string[]): unknown {
  const dataDir = path.join(path.dirname(ledger), 'data-of-command-line');
  const printed = execFileSync(
    process.execPath,
    ['out/main/cli.js', ...args, ledger, '--json', '--data-dir', dataDir],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(printed);
}

export function readSummary(ledger: string): z.infer<typeof summary> {
  return summary.parse(daicho(ledger, 'summary'));
}

export function readOrganizations(ledger: string): readonly Organization[] {
  return z.array(organization).parse(daicho(ledger, 'list', 'organizations'));
}

/** Own measures only, by their printed number. */
export function readMeasures(ledger: string): ReadonlyMap<string, Measure> {
  const rows = z.array(measure).parse(daicho(ledger, 'list', 'measures'));
  return new Map(rows.filter((row) => !row.repost).map((row) => [row.no, row]));
}

/** No damage, no change set that was tampered with. */
export function isSound(ledger: string): boolean {
  return z.object({ ok: z.boolean() }).parse(daicho(ledger, 'check')).ok;
}
