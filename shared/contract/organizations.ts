import { z } from 'zod';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { cellValue, id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

const fieldKeys = organizationFields.map((field) => field.key);
export const organizationFieldKey = z.enum(fieldKeys as [(typeof fieldKeys)[number], ...(typeof fieldKeys)[number][]]);

const condition = z.object({
  field: organizationFieldKey,
  /** 'in': one of the values ('' = blank); 'contains': width-insensitive part; 'range': from/to inclusive, either may be missing. */
  operator: z.enum(['in', 'contains', 'range']),
  values: z.array(z.string()).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

export const organizationView = z.object({
  search: z.string().max(200).optional(),
  conditions: z.array(condition).max(40).optional(),
  sort: z
    .array(z.object({ field: organizationFieldKey, descending: z.boolean() }))
    .max(5)
    .optional(),
});
export type OrganizationView = z.infer<typeof organizationView>;

const edit = z.object({ id, field: organizationFieldKey, value: cellValue });
export type OrganizationEdit = z.infer<typeof edit>;

export const organizationContract = {
  /** Sorts and filters once; `viewId` names the resulting id vector, blocks of which are then cheap at any place. */
  'organizations.openView': query(organizationView, z.object({ viewId: id, total: z.number() })),
  /** Rows start..end-1 as arrays: [id, ...values in the order of organizationFields]. Rows deleted since are null. */
  'organizations.readBlock': query(
    z.object({ viewId: id, start: z.number().int().min(0), end: z.number().int().min(0) }),
    z.object({ rows: z.array(z.array(cellValue).nullable()) }),
  ),
  'organizations.get': query(z.object({ id }), z.object({ row: z.array(cellValue) })),
  /** Distinct values of a field with counts, '' = blank. */
  'organizations.valueList': query(
    z.object({ field: organizationFieldKey }),
    z.array(z.object({ value: z.string(), count: z.number() })),
  ),
  /** All edits or none, one change set. A text value is parsed by the field's kind (R7.4.1, 192人 …); a bad one is INVALID_VALUE. */
  'organizations.edit': command(
    z.object({ edits: z.array(edit).min(1).max(1_000_000), label: z.string().max(200).optional() }),
    written,
    { undo: 'change-set' },
  ),
  'organizations.add': command(
    z.object({ values: z.partialRecord(organizationFieldKey, cellValue) }),
    written.extend({ id }),
    { undo: 'change-set' },
  ),
  'organizations.remove': command(z.object({ ids: z.array(id).min(1) }), written, { undo: 'change-set' }),
  'organizations.counts': query(
    nothing,
    z.object({
      total: z.number(),
      byType: z.record(z.string(), z.number()),
      byCity: z.record(z.string(), z.number()),
      expired: z.number(),
    }),
  ),
} as const;
