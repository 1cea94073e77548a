import type { SheetFilter, SheetQuery } from '#renderer/sheet/types.ts';
import type { OrganizationView } from '#shared/contract/organizations.ts';
import { isOrganizationFieldKey, type OrganizationFieldKey } from '#shared/domain/organization/fields.ts';

export type RegisterFilter = { readonly search: string; readonly expiredBefore: string | null };

type Condition = NonNullable<OrganizationView['conditions']>[number];

const mostSortKeys = 5;

/** The register's search, chips and sheet query as the core takes them. */
export function viewOf(filter: RegisterFilter, query: SheetQuery): OrganizationView {
  const sort = query.sort.flatMap(({ columnId, descending }) =>
    isOrganizationFieldKey(columnId) ? [{ field: columnId, descending }] : [],
  );
  const conditions = [
    ...(filter.expiredBefore === null
      ? []
      : [{ field: 'validUntil' as const, operator: 'range' as const, to: filter.expiredBefore }]),
    ...query.filters.flatMap((each) =>
      isOrganizationFieldKey(each.columnId) ? [conditionOf(each.columnId, each)] : [],
    ),
  ];
  return {
    ...(filter.search.trim() === '' ? {} : { search: filter.search }),
    ...(conditions.length === 0 ? {} : { conditions }),
    ...(sort.length === 0 ? {} : { sort: sort.slice(0, mostSortKeys) }),
  };
}

function conditionOf(field: OrganizationFieldKey, filter: SheetFilter): Condition {
  switch (filter.kind) {
    case 'values':
      return { field, operator: filter.exclude ? 'not-in' : 'in', values: [...filter.values] };
    case 'text':
      return { field, operator: filter.operator, values: [filter.text] };
    case 'range':
      return {
        field,
        operator: 'range',
        ...(filter.from === '' ? {} : { from: filter.from }),
        ...(filter.to === '' ? {} : { to: filter.to }),
      };
    case 'blank':
    case 'filled':
      return { field, operator: filter.kind };
  }
}
