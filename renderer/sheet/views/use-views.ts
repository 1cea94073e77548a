import { create } from 'zustand';
import { whileWriting } from '#renderer/session/ledger-store.ts';
import { useClient } from '#renderer/session/session.ts';
import { useCall } from '#renderer/session/use-call.ts';
import type { SavedView } from '#shared/contract/saved-views.ts';

/** The view last chosen in each sheet: it outlives the screen, so that 変更あり can be told on coming back. */
const useChosenViews = create<{ readonly bySheet: Readonly<Record<string, string>> }>(() => ({ bySheet: {} }));

type SaveInput = { readonly id?: string; readonly name: string; readonly definition: string };

export type Views = {
  readonly views: readonly SavedView[];
  readonly error: unknown;
  readonly chosenId: string | undefined;
  readonly choose: (id: string) => void;
  /** Writes a view and makes it the chosen one. */
  readonly save: (input: SaveInput) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
};

const noViews: readonly SavedView[] = [];

/** The saved views of a sheet; they live in the ledger. */
export function useViews(sheet: string): Views {
  const client = useClient();
  const { data, error } = useCall('views.list', { sheet });
  const chosenId = useChosenViews((state) => state.bySheet[sheet]);
  const choose = (id: string) => useChosenViews.setState(({ bySheet }) => ({ bySheet: { ...bySheet, [sheet]: id } }));
  return {
    views: data ?? noViews,
    error,
    chosenId,
    choose,
    save: async (input) => {
      const { id } = await whileWriting(() => client.call('views.save', { sheet, ...input }));
      choose(id);
    },
    remove: async (id) => {
      await whileWriting(() => client.call('views.remove', { id }));
    },
  };
}
