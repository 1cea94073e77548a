import { errorText } from '#shared/messages/error-text.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { OrganizationFieldChange } from '#shared/contract/organizations.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import type { RefusedCell } from '#db/commands/organization-batch.ts';
import { duplicateOrganizations } from '#db/commands/organization-copies.ts';
import { type FieldChange, planFieldChange, setOrganizationField } from '#db/commands/organization-field-change.ts';
import {
  addOrganization,
  checkOrganizationEdits,
  editOrganizations,
  removeOrganizations,
} from '#db/commands/organizations.ts';
import type { WriteContext } from '#db/write-tx.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';
import type { OrganizationViews } from './organization-views.ts';

type Names =
  | 'organizations.edit'
  | 'organizations.checkEdits'
  | 'organizations.setField'
  | 'organizations.checkSetField'
  | 'organizations.add'
  | 'organizations.duplicate'
  | 'organizations.remove';

const listedRefusals = 1000;

export function createOrganizationWrites(context: HandlerContext, views: OrganizationViews): Pick<Handlers, Names> {
  const { ledger, changed } = context;
  const named =
    (command: Names, label?: string) =>
    (words: string): WriteContext =>
      writeContext(context, command, label ?? words);
  return {
    'organizations.edit': ({ edits, additions, label, invalid = 'refuse' }) => {
      const result = editOrganizations(ledger(), { edits, additions, invalid }, named('organizations.edit', label));
      const { refused, addedIds } = result.value;
      return { ...changed(result), refused: refused.map(wireRefusal), addedIds: [...addedIds] };
    },
    'organizations.checkEdits': (batch) => {
      const { changed: cells, same, additions, refused } = checkOrganizationEdits(ledger(), batch, context.now());
      const listed = refused.slice(0, listedRefusals).map(wireRefusal);
      return { changed: cells, same, added: additions.length, refused: listed, refusedTotal: refused.length };
    },
    'organizations.setField': (change) => {
      const result = setOrganizationField(ledger(), resolved(change, views), named('organizations.setField'));
      return { ...changed(result), changed: result.value };
    },
    'organizations.checkSetField': (change) => {
      const plan = planFieldChange(ledger().connection, resolved(change, views), context.now());
      return { groups: plan.groups, changed: plan.changes.length, same: plan.same };
    },
    'organizations.add': ({ values }) => {
      const result = addOrganization(ledger(), values, named('organizations.add'));
      return { ...changed(result), id: result.value };
    },
    'organizations.duplicate': ({ ids }) => {
      const result = duplicateOrganizations(ledger(), ids, named('organizations.duplicate'));
      return { ...changed(result), ids: result.value };
    },
    'organizations.remove': ({ ids }) => changed(removeOrganizations(ledger(), ids, named('organizations.remove'))),
  };
}

function resolved({ target, ...change }: OrganizationFieldChange, views: OrganizationViews): FieldChange {
  return { ...change, target: 'ids' in target ? target.ids : views.get(target.viewId) };
}

type WireRefusal = CallOutput<'organizations.edit'>['refused'][number];

/** The whole sentence: what of which field, why not, and what to type instead. */
function wireRefusal({ id, field, value, refusal }: RefusedCell): WireRefusal {
  return { id, field, value, message: errorText(refusal) };
}
