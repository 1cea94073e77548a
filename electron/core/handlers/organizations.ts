import { AppError } from '#shared/rpc/app-error.ts';
import type { Handlers } from '#shared/rpc/dispatch.ts';
import { findInView, placeInView } from '#db/queries/organization-find.ts';
import { organizationValueList } from '#db/queries/organization-value-list.ts';
import { selectOrganizationIds } from '#db/queries/organization-view.ts';
import { countOrganizations, readOrganization, readOrganizationBlock } from '#db/queries/organizations.ts';
import type { HandlerContext } from './handler-context.ts';
import { createOrganizationViews } from './organization-views.ts';
import { createOrganizationWrites } from './organization-writes.ts';
import { createSearchTextReading } from './read-search-texts.ts';

type Names = Extract<keyof Handlers, `organizations.${string}`>;

const largestBlock = 5000;

export function createOrganizationHandlers(context: HandlerContext): Pick<Handlers, Names> {
  const { ledger } = context;
  const views = createOrganizationViews(ledger);
  const readTexts = createSearchTextReading(ledger);
  return {
    ...createOrganizationWrites(context, views),
    'organizations.openView': (view) => {
      const ids = selectOrganizationIds(ledger().connection, view);
      return { viewId: views.keep(ids), total: ids.length };
    },
    'organizations.readBlock': ({ viewId, start, end, fields }) => {
      const block = views.get(viewId).subarray(start, Math.min(end, start + largestBlock));
      const rows = readOrganizationBlock(ledger().connection, block, fields);
      return { rows: rows.map((row) => (row === null ? null : [...row])) };
    },
    'organizations.get': ({ id }) => {
      const row = readOrganization(ledger(), id);
      if (row === undefined) throw new AppError('NOT_FOUND', { what: '団体' });
      return { row: [...row] };
    },
    'organizations.indexOf': ({ viewId, id }) => ({
      index: placeInView(ledger().connection, views.get(viewId), id),
    }),
    'organizations.find': ({ viewId, text }) => {
      readTexts();
      return { rows: findInView(ledger().connection, views.get(viewId), text) };
    },
    'organizations.valueList': (request) => organizationValueList(ledger().connection, request),
    'organizations.counts': () => countOrganizations(ledger().connection, context.today()),
  };
}
