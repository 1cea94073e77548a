import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { addOrganization, editOrganizations, removeOrganizations } from '#db/commands/organizations.ts';
import { newId } from '#db/new-id.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import {
  countOrganizations,
  organizationValueList,
  readOrganization,
  readOrganizationBlock,
} from '#db/queries/organizations.ts';
import { type HandlerContext, writeContext } from './handler-context.ts';

type Names =
  | 'organizations.openView'
  | 'organizations.readBlock'
  | 'organizations.get'
  | 'organizations.valueList'
  | 'organizations.edit'
  | 'organizations.add'
  | 'organizations.remove'
  | 'organizations.counts';

const keptViews = 8;
const largestBlock = 1000;

export function createOrganizationHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const views = new Map<string, Int32Array>();
  const { ledger, changed } = context;
  return {
    'organizations.openView': (view) => {
      const ids = selectOrganizationIds(ledger().connection, view);
      const viewId = newId();
      views.set(viewId, ids);
      for (const oldest of [...views.keys()].slice(0, -keptViews)) views.delete(oldest);
      return { viewId, total: ids.length };
    },
    'organizations.readBlock': ({ viewId, start, end }) => {
      const ids = views.get(viewId);
      if (ids === undefined) throw new AppError('VIEW_GONE', {}, { retryable: true });
      const block = ids.subarray(start, Math.min(end, start + largestBlock));
      return { rows: readOrganizationBlock(ledger().connection, block).map((row) => (row === null ? null : [...row])) };
    },
    'organizations.get': ({ id }) => {
      const row = readOrganization(ledger(), id);
      if (row === undefined) throw new AppError('NOT_FOUND', { what: '団体' });
      return { row: [...row] };
    },
    'organizations.valueList': ({ field }) => organizationValueList(ledger().connection, field),
    'organizations.counts': () => countOrganizations(ledger().connection, context.today()),
    'organizations.edit': ({ edits, label }) =>
      changed(
        editOrganizations(ledger(), edits, (words) => writeContext(context, 'organizations.edit', label ?? words)),
      ),
    'organizations.add': ({ values }) => {
      const result = addOrganization(ledger(), values, (words) => writeContext(context, 'organizations.add', words));
      return { ...changed(result), id: result.value };
    },
    'organizations.remove': ({ ids }) =>
      changed(removeOrganizations(ledger(), ids, (words) => writeContext(context, 'organizations.remove', words))),
  };
}
