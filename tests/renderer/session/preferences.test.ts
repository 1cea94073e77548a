import { beforeEach, expect, test } from 'vitest';
import { loadPreferences, setPreference, usePreferenceStore } from '#renderer/session/preferences.ts';
import { createClient } from '#shared/rpc/client.ts';
import type { Transport } from '#shared/rpc/transport.ts';

const values = () => usePreferenceStore.getState().values;

beforeEach(() => usePreferenceStore.setState({ values: {} }));

/** A core that keeps preferences, or one that answers nothing. */
function coreWith(stored: Map<string, string>, answers = true) {
  const call: Transport['call'] = async (name, input) => {
    if (!answers) throw new Error('no core');
    if (name === 'app.preferences') return { ok: true, value: Object.fromEntries(stored) };
    const { key, value } = input as { key: string; value: string | null }; // boundary: a transport carries anything
    if (value === null) stored.delete(key);
    else stored.set(key, value);
    return { ok: true, value: { done: true } };
  };
  return createClient({ call, subscribe: () => () => undefined });
}

test('what the core keeps is known after loading', async () => {
  await loadPreferences(coreWith(new Map([['display.theme', 'dark']])));
  expect(values()).toEqual({ 'display.theme': 'dark' });
});

test('a preference shows at once and reaches the core; null forgets it', async () => {
  const stored = new Map<string, string>();
  const client = coreWith(stored);
  setPreference(client, 'display.density', 'comfortable');
  expect(values()).toEqual({ 'display.density': 'comfortable' });
  await expect.poll(() => stored.get('display.density')).toBe('comfortable');
  setPreference(client, 'display.density', null);
  expect(values()).toEqual({});
  await expect.poll(() => stored.has('display.density')).toBe(false);
});

test('without an answer the program goes on with what it has', async () => {
  const client = coreWith(new Map(), false);
  setPreference(client, 'display.theme', 'contrast');
  await loadPreferences(client);
  expect(values()).toEqual({ 'display.theme': 'contrast' });
});

test('a choice made while the answer was on its way is not overwritten by it', async () => {
  const client = coreWith(new Map([['display.theme', 'dark']]));
  const loading = loadPreferences(client);
  usePreferenceStore.setState({ values: { 'display.theme': 'light' } });
  await loading;
  expect(values()).toEqual({ 'display.theme': 'light' });
});
