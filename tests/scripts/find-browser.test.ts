import { describe, expect, it } from 'vitest';
import { browserCandidates, findBrowser } from '#scripts/find-browser.mjs';

const windows = {
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  ProgramFiles: 'C:\\Program Files',
  LOCALAPPDATA: 'C:\\Users\\shien\\AppData\\Local',
};
const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

describe('finding an installed browser', () => {
  it.each([
    { on: 'win32', has: [edge, chrome], env: windows, finds: edge },
    { on: 'win32', has: [chrome], env: windows, finds: chrome },
    {
      on: 'win32',
      has: ['C:\\Users\\shien\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
      env: windows,
      finds: 'C:\\Users\\shien\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    },
    {
      on: 'darwin',
      has: ['/Users/shien/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      env: { HOME: '/Users/shien' },
      finds: '/Users/shien/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    },
    { on: 'linux', has: ['/usr/bin/chromium'], env: { PATH: '/bin:/usr/bin' }, finds: '/usr/bin/chromium' },
    {
      on: 'linux',
      has: ['/usr/bin/chromium', '/usr/local/bin/google-chrome'],
      env: { PATH: '/usr/bin:/usr/local/bin' },
      finds: '/usr/local/bin/google-chrome',
    },
    { on: 'linux', has: ['/snap/bin/chromium'], env: {}, finds: '/snap/bin/chromium' },
  ] as const)('on $on with $has it takes $finds', ({ on, has, env, finds }) => {
    const installed: readonly string[] = has;
    expect(findBrowser({ platform: on, env, exists: (file) => installed.includes(file) })).toEqual({
      kind: 'found',
      file: finds,
    });
  });

  it('finds nothing where nothing is installed', () => {
    expect(findBrowser({ platform: 'win32', env: windows, exists: () => false })).toEqual({ kind: 'none' });
  });

  it('takes the browser named by KYODO_BROWSER before any other', () => {
    const env = { ...windows, KYODO_BROWSER: 'D:\\portable\\chrome.exe' };
    expect(findBrowser({ platform: 'win32', env, exists: () => true })).toEqual({
      kind: 'found',
      file: 'D:\\portable\\chrome.exe',
    });
  });

  it('says so when the browser named by KYODO_BROWSER is not there, and takes no other', () => {
    const env = { ...windows, KYODO_BROWSER: 'D:\\gone.exe' };
    expect(findBrowser({ platform: 'win32', env, exists: (file) => file === edge })).toEqual({
      kind: 'override-missing',
      file: 'D:\\gone.exe',
    });
  });

  it('puts Edge first on Windows, because Windows brings it', () => {
    expect(browserCandidates({ platform: 'win32', env: windows })[0]).toBe(edge);
  });
});
