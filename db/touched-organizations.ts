import type { SqlValue } from './reader.ts';
import type { DataTableName } from './tables.ts';
import { toSnake } from './table-columns.ts';

/** Values of a list row by their place in organizationFields. */
export type ListPatch = Map<number, SqlValue>;

/**
 * The groups a transaction has written to. A group whose rows were only updated is known by the list columns that changed; null = rows
 * came or went, so its list row has to be derived from all of them.
 */
export type TouchedOrganizations = ReadonlyMap<string, ListPatch | null>;

export type OrganizationWatch = {
  readonly touched: TouchedOrganizations;
  readonly note: (table: DataTableName, organizationId: string, change: RowChange) => void;
};

/** `row`: as it was before; `after`: the columns that changed, null when the row came or went. */
export type RowChange = {
  readonly row: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>> | null;
};

/** `placeOf`: the list's column for 'o.reg_no', 'c.phone' …; undefined for a column that no list shows. */
export function watchOrganizations(placeOf: (source: string) => number | undefined): OrganizationWatch {
  const touched = new Map<string, ListPatch | null>();
  return {
    touched,
    note: (table, organizationId, { row, after }) => {
      const alias = aliasOf(table, row);
      if (alias === undefined) return;
      const known = touched.get(organizationId);
      if (known === null) return;
      if (alias === null || after === null || movesRow(after)) {
        touched.set(organizationId, null);
        return;
      }
      const patch: ListPatch = known ?? new Map();
      for (const [column, value] of Object.entries(after)) {
        const place = placeOf(`${alias}.${toSnake(column)}`);
        if (place !== undefined) patch.set(place, value as SqlValue); // boundary: a column's value
      }
      touched.set(organizationId, patch);
    },
  };
}

const roleAlias: Readonly<Record<string, string>> = { representative: 'p', responsible: 's', office: 'c' };

/** The name a row goes by in the list's source; null: its list row has to be derived; undefined: no list shows it. */
function aliasOf(table: DataTableName, row: Readonly<Record<string, unknown>>): string | null | undefined {
  if (table === 'organization') return 'o';
  if (table === 'orgContact') return roleAlias[String(row['role'])] ?? null;
  if (table === 'registration') return row['isCurrent'] === 1 ? 'r' : null;
  return table === 'organizationField' ? null : undefined;
}

/** A contact in another role or a registration that is current no more stands for other columns. */
function movesRow(after: Readonly<Record<string, unknown>>): boolean {
  return 'role' in after || 'isCurrent' in after || 'organizationId' in after || 'id' in after;
}
