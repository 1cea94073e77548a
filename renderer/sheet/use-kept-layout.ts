import { useEffect } from 'react';
import { setPreference, usePreferenceStore } from '#renderer/session/preferences.ts';
import { useClient } from '#renderer/session/session.ts';
import { noLayout, noQuery, type SheetStore } from './core/state.ts';
import type { SheetColumn, SheetLayout } from './types.ts';
import { parseViewDefinition, serializeViewDefinition } from './views/view-definition.ts';

const pauseMilliseconds = 400;

/** How this computer's user left the columns of a sheet. */
export function keptLayout<Row>(name: string, columns: readonly SheetColumn<Row>[]): SheetLayout {
  const kept = usePreferenceStore.getState().values[keyOf(name)];
  const ids = columns.map(({ id }) => id);
  return kept === undefined ? noLayout : (parseViewDefinition(kept, ids)?.layout ?? noLayout);
}

function keyOf(name: string): string {
  return `sheet.${name}.layout`;
}

/** The columns of a sheet stand where this computer's user left them. */
export function useKeptLayout<Row>(name: string, columns: readonly SheetColumn<Row>[], store: SheetStore): void {
  const client = useClient();
  const key = keyOf(name);
  const kept = usePreferenceStore((state) => state.values[key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when what is kept has changed
  useEffect(() => {
    const layout = keptLayout(name, columns);
    if (JSON.stringify(layout) !== JSON.stringify(store.getState().layout)) store.setState({ layout });
  }, [kept, name, columns, store]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const { layout } = store.getState();
      const text = layout === noLayout ? null : serializeViewDefinition({ query: noQuery, layout });
      setPreference(client, key, text);
    };
    const unsubscribe = store.subscribe((state, before) => {
      if (state.layout === before.layout) return;
      clearTimeout(timer);
      timer = setTimeout(keep, pauseMilliseconds);
    });
    return () => {
      unsubscribe();
      // Who leaves the screen at once has laid out the columns all the same.
      if (timer !== undefined) keep();
    };
  }, [client, key, store]);
}
