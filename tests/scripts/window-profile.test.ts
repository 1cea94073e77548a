import { describe, expect, it } from 'vitest';
import { profileBase } from '#scripts/start/window-profile.mjs';

describe('where the browser window keeps its profile', () => {
  it.each([
    {
      platform: 'win32',
      env: { LOCALAPPDATA: 'C:\\Users\\shien\\AppData\\Local' },
      home: 'C:\\Users\\shien',
      browser: 'C:\\Edge\\msedge.exe',
      is: 'C:\\Users\\shien\\AppData\\Local\\kyodo-daicho',
    },
    {
      platform: 'darwin',
      env: {},
      home: '/Users/shien',
      browser: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      is: '/Users/shien/Library/Application Support/kyodo-daicho',
    },
    {
      platform: 'linux',
      env: {},
      home: '/home/shien',
      browser: '/usr/bin/chromium',
      is: '/home/shien/.local/share/kyodo-daicho',
    },
    {
      platform: 'linux',
      env: { XDG_DATA_HOME: '/data' },
      home: '/home/shien',
      browser: '/usr/bin/chromium',
      is: '/data/kyodo-daicho',
    },
    {
      platform: 'linux',
      env: { XDG_DATA_HOME: '/data' },
      home: '/home/shien',
      browser: '/snap/bin/chromium',
      is: '/home/shien/snap/chromium/common/kyodo-daicho',
    },
  ] as const)('is $is on $platform for $browser', ({ platform, env, home, browser, is }) => {
    expect(profileBase(browser, { platform, env, home })).toBe(is);
  });
});
