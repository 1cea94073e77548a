import { AppError } from '#shared/rpc/app-error.ts';
import { newId } from '#db/new-id.ts';
import type { Ledger } from '#db/open.ts';

/** The id vectors of the views that pages have open: of one ledger, and only so many that they never fill the memory. */
export type OrganizationViews = {
  readonly keep: (ids: Int32Array) => string;
  /** Errors: VIEW_GONE for a view of another ledger or of long ago. */
  readonly get: (viewId: string) => Int32Array;
};

const keptViews = 8;

export function createOrganizationViews(ledger: () => Ledger): OrganizationViews {
  const views = new Map<string, { readonly ids: Int32Array; readonly of: Ledger }>();
  return {
    keep: (ids) => {
      const viewId = newId();
      views.set(viewId, { ids, of: ledger() });
      for (const oldest of [...views.keys()].slice(0, -keptViews)) views.delete(oldest);
      return viewId;
    },
    get: (viewId) => {
      const view = views.get(viewId);
      if (view === undefined || view.of !== ledger()) throw new AppError('VIEW_GONE');
      return view.ids;
    },
  };
}
