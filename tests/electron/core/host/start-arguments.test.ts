import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from '#core/host/default-data-folder.ts';
import { readStartArguments } from '#core/host/start-arguments.ts';

describe('the folder of the data when nobody names one', () => {
  const table = [
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
      'C:\\Users\\a',
      'C:\\Users\\a\\AppData\\Local\\kyodo-daicho',
    ],
    ['win32', {}, 'C:\\Users\\a', 'C:\\Users\\a\\AppData\\Local\\kyodo-daicho'],
    ['darwin', {}, '/Users/a', '/Users/a/Library/Application Support/kyodo-daicho'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/a', '/data/kyodo-daicho'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a', '/home/a/.local/share/kyodo-daicho'],
    ['linux', {}, '/home/a', '/home/a/.local/share/kyodo-daicho'],
  ] as const;

  test.each(table)('on %s with %j and home %s is %s', (...[platform, env, home, expected]) => {
    expect(defaultDataFolder({ platform, env, home })).toBe(expected);
  });

  test('cannot be told without a home', () => {
    expect(() => defaultDataFolder({ platform: 'linux', env: {}, home: '' })).toThrow('DATA_FOLDER_UNKNOWN');
  });
});

describe('start arguments', () => {
  test('name the ledger, the port and the data folder', () => {
    const read = readStartArguments(['--ledger', '市民 台帳.daicho', '--port', '5123', '--data-dir=/tmp/d']);
    expect(read).toEqual({ ledgerFile: path.resolve('市民 台帳.daicho'), port: 5123, dataDir: '/tmp/d' });
  });

  test('without them any free port is taken and no ledger opened', () => {
    expect(readStartArguments([])).toMatchObject({ ledgerFile: undefined, port: 0 });
  });

  test.each(['99999', '-1', 'abc', ''])('the port "%s" is no port', (port) => {
    expect(readStartArguments(['--port', port]).port).toBe(0);
  });

  test('flags of Electron and a missing value are passed over', () => {
    expect(readStartArguments(['.', '--no-sandbox', '--ledger'])).toMatchObject({ ledgerFile: undefined, port: 0 });
  });
});
