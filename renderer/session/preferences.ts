import { useCallback } from 'react';
import { create } from 'zustand';
import type { Client } from '#shared/rpc/client.ts';
import { useClient } from './session.ts';

type PreferenceStore = { readonly values: Readonly<Record<string, string>> };

/** How this computer likes the program, by key; empty until the core has told it. */
export const usePreferenceStore = create<PreferenceStore>(() => ({ values: {} }));

/** Asks the core once, before the first paint. Without an answer the program looks as it does on a new computer. */
export async function loadPreferences(client: Client): Promise<void> {
  try {
    const told = await client.call('app.preferences', {});
    // What was chosen while the question was on its way is newer.
    usePreferenceStore.setState(({ values }) => ({ values: { ...told, ...values } }));
  } catch {
    // Preferences are a convenience: nobody is told of their absence.
  }
}

function withValue(values: PreferenceStore['values'], key: string, value: string | null): PreferenceStore['values'] {
  const { [key]: _former, ...others } = values;
  return value === null ? others : { ...others, [key]: value };
}

export type SetPreference = (value: string | null) => void;

/** Shows at once, then stores; null goes back to the fallback. When it cannot be stored it still holds until the window closes. */
export function setPreference(client: Client, key: string, value: string | null): void {
  usePreferenceStore.setState(({ values }) => ({ values: withValue(values, key, value) }));
  client.call('app.setPreference', { key, value }).catch(() => undefined);
}

/** One preference and its setter, as useState has them. */
export function usePreference(key: string, fallback: string): readonly [string, SetPreference] {
  const client = useClient();
  const value = usePreferenceStore((state) => state.values[key] ?? fallback);
  const set = useCallback<SetPreference>((next) => setPreference(client, key, next), [client, key]);
  return [value, set];
}
