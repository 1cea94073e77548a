import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

describe('preferences of this computer', () => {
  test('are kept over a restart beside the other settings, and forgotten by null', async () => {
    const dataDir = tempFolder();
    const first = openCore(dataDir);
    expect(await first.call('app.preferences', {})).toEqual({});
    await first.call('app.setActor', { actor: '山本' });
    for (const value of ['light', 'dark']) await first.call('app.setPreference', { key: 'theme', value });
    await first.call('app.setPreference', { key: 'constructor', value: '1' });
    await first.close();
    const { call } = openCore(dataDir);
    expect(await call('app.preferences', {})).toEqual({ theme: 'dark', constructor: '1' });
    await call('app.setPreference', { key: 'constructor', value: null });
    await call('app.setPreference', { key: 'never set', value: null });
    expect(await call('app.preferences', {})).toEqual({ theme: 'dark' });
    expect((await call('app.state', {})).actor).toBe('山本');
  });

  test('past the limits lose the ones that were set longest ago', async () => {
    const dataDir = tempFolder();
    const { call } = openCore(dataDir);
    for (let index = 0; index < 201; index += 1) {
      await call('app.setPreference', { key: `key ${index}`, value: 'x' });
    }
    const keys = Object.keys(await call('app.preferences', {}));
    expect([keys.length, keys[0], keys.at(-1)]).toEqual([200, 'key 1', 'key 200']);
    for (let index = 0; index < 30; index += 1) {
      await call('app.setPreference', { key: `large ${index}`, value: 'あ'.repeat(20_000) });
    }
    const large = Object.keys(await call('app.preferences', {}));
    expect(large.at(-1)).toBe('large 29');
    expect(large.length).toBeLessThan(26);
    expect(readFileSync(path.join(dataDir, 'settings.json'), 'utf8').length).toBeLessThan(600_000);
  });

  test.each(['{"actor":"山本","preferences":{"theme":3}}', '{"actor":"山本"}'])(
    'that are damaged or missing (%s) take nothing else with them',
    async (settings) => {
      const dataDir = tempFolder();
      writeFileSync(path.join(dataDir, 'settings.json'), settings);
      const { call } = openCore(dataDir);
      expect(await call('app.preferences', {})).toEqual({});
      expect((await call('app.state', {})).actor).toBe('山本');
    },
  );
});
