import { z } from 'zod';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { textOperators } from '#shared/domain/text-operators.ts';
import { cellValue, id, nothing, written } from './common.ts';
import { command, query } from './define.ts';

const fieldKeys = organizationFields.map((field) => field.key);
export const organizationFieldKey = z.enum(fieldKeys as [(typeof fieldKeys)[number], ...(typeof fieldKeys)[number][]]);

/**
 * What a filter asks of a field, as Excel's own filters do. Width, case and spaces never matter to text operators.
 * 'in' / 'not-in': one / none of `values` ('' = blank); text operators take values[0]; 'range': from/to inclusive, either may be
 * missing (dates: partial ISO, '2025' is the whole year); 'blank' / 'filled' take nothing.
 */
export const conditionOperator = z.enum(['in', 'not-in', ...textOperators, 'range', 'blank', 'filled']);
const condition = z.object({
  field: organizationFieldKey,
  operator: conditionOperator,
  values: z.array(z.string()).max(100_000).optional(),
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

/** A group to be made, by the values typed or pasted for it. */
const addition = z.partialRecord(organizationFieldKey, cellValue);
export type OrganizationAddition = z.infer<typeof addition>;
const batch = {
  edits: z.array(edit).max(1_000_000),
  additions: z.array(addition).max(100_000).optional(),
};
/**
 * A value the ledger does not take. `id` is the group's, or the place in `additions` as 'addition:0';
 * `message` says why and what to type instead.
 */
const refusedCell = z.object({ id, field: organizationFieldKey, value: z.string(), message: z.string() });

/** Groups a bulk change is meant for: named ones, or all of a view in its present filter. */
const target = z.union([z.object({ ids: z.array(id).min(1).max(1_000_000) }), z.object({ viewId: id })]);
/** 'set' replaces the value; 'add' and 'remove' add or take away labels of a multi-value field. */
const fieldChange = z.object({
  target,
  field: organizationFieldKey,
  mode: z.enum(['set', 'add', 'remove']),
  value: cellValue,
});
export type OrganizationFieldChange = z.infer<typeof fieldChange>;

export const organizationContract = {
  /** Sorts and filters once; `viewId` names the resulting id vector, blocks of which are then cheap at any place. */
  'organizations.openView': query(organizationView, z.object({ viewId: id, total: z.number() })),
  /**
   * Rows start..end-1, at most 5,000 of them, as arrays: [id, ...values in the order of `fields`, by default organizationFields].
   * Rows deleted since are null.
   */
  'organizations.readBlock': query(
    z.object({
      viewId: id,
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      fields: z.array(organizationFieldKey).min(1).max(fieldKeys.length).optional(),
    }),
    z.object({ rows: z.array(z.array(cellValue).nullable()) }),
  ),
  'organizations.get': query(z.object({ id }), z.object({ row: z.array(cellValue) })),
  /** Where a group stands in a view; null when the view does not show it. */
  'organizations.indexOf': query(z.object({ viewId: id, id }), z.object({ index: z.number().nullable() })),
  /**
   * Places (0-based, ascending) of all groups of a view one of whose cells holds `text`, width and case aside; dates in any spelling.
   * An empty text finds nothing; asked ahead of the first search it makes that one quicker.
   */
  'organizations.find': query(
    z.object({ viewId: id, text: z.string().max(200) }),
    z.object({ rows: z.array(z.number()) }),
  ),
  /**
   * Distinct values of a field with counts among the groups that `view` shows ('' = blank), in the field's own order; `distinct` is their
   * number before `search` and `limit`. Of a multi-value field: each label.
   */
  'organizations.valueList': query(
    z.object({
      field: organizationFieldKey,
      view: organizationView.optional(),
      search: z.string().max(200).optional(),
      limit: z.number().int().min(1).max(10_000).optional(),
    }),
    z.object({ values: z.array(z.object({ value: z.string(), count: z.number() })), distinct: z.number() }),
  ),
  /**
   * Writes cells and new groups as one change set. A text value is parsed by the field's kind (R7.4.1, 192人 …). With `refuse` (the
   * default) a bad value is INVALID_VALUE and nothing is written; with `leave` the good ones are written and the bad ones come back.
   */
  'organizations.edit': command(
    z.object({ ...batch, label: z.string().max(200).optional(), invalid: z.enum(['refuse', 'leave']).optional() }),
    written.extend({ refused: z.array(refusedCell), addedIds: z.array(id) }),
    { undo: 'change-set' },
  ),
  /** What organizations.edit with `leave` would do, without doing it. At most 1,000 refused cells are listed; `refusedTotal` counts all. */
  'organizations.checkEdits': query(
    z.object(batch),
    z.object({
      changed: z.number(),
      same: z.number(),
      added: z.number(),
      refused: z.array(refusedCell),
      refusedTotal: z.number(),
    }),
  ),
  /** Sets one field of many groups as one change set. Errors: INVALID_VALUE. */
  'organizations.setField': command(fieldChange, written.extend({ changed: z.number() }), { undo: 'change-set' }),
  /** What organizations.setField would do. Errors: INVALID_VALUE. */
  'organizations.checkSetField': query(
    fieldChange,
    z.object({ groups: z.number(), changed: z.number(), same: z.number() }),
  ),
  'organizations.add': command(
    z.object({ values: z.partialRecord(organizationFieldKey, cellValue) }),
    written.extend({ id }),
    { undo: 'change-set' },
  ),
  /** Copies groups with all their fields but the registration number, as one change set; `ids` are the copies, in order. */
  'organizations.duplicate': command(
    z.object({ ids: z.array(id).min(1).max(1000) }),
    written.extend({ ids: z.array(id) }),
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
