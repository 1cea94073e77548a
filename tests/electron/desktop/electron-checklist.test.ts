import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { electronSupport } from '#desktop/electron-support.ts';
import { fuses } from '#desktop/fuses.ts';
import { isTrustedSender, mayNavigate, mayRequest, mayUse } from '#desktop/policies.ts';
import { hardenContents, hardenProcess, hardenSession } from '#desktop/security.ts';
import { createWindowOptions } from '#desktop/window-options.ts';
import { createWrittenFiles } from '#desktop/written-files.ts';
import { contentSecurityPolicy } from '#shared/security/content-security-policy.ts';
import { contentsSpy, processSpy, sessionSpy } from './electron-spies.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const desktopSource = readdirSync(path.join(root, 'electron', 'desktop'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(path.join(root, 'electron', 'desktop', name), 'utf8') }));
const preferences = createWindowOptions({ preload: '/x/preload.cjs', devTools: false }).webPreferences;

/** Addresses that are not our screen, however much some look like it. */
const foreignUrls = [
  'https://example.com/',
  'http://127.0.0.1/',
  'http://localhost:5173/',
  'file:///etc/passwd',
  'file:///C:/Windows/win.ini',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://example.com/1',
  'about:blank',
  'about:srcdoc',
  'app://evil/index.html',
  'app://evil/kyodo/',
  'app://kyodo@evil/',
  'app://kyodo:pw@evil/',
  'app://user@kyodo/',
  'app://kyodo.evil/',
  'app://evil.kyodo/',
  'app://kyodo:8080/',
  'app://kyodo%2eevil/',
  'app:kyodo/index.html',
  'app:///index.html',
  'apps://kyodo/',
  'xapp://kyodo/',
  'view-source:app://kyodo/index.html',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'ftp://kyodo/',
  'ws://kyodo/',
  'mailto:a@example.com',
  'ms-settings:privacy',
  '\\\\server\\share',
  '//kyodo/index.html',
  '',
  ' ',
];

describe("Electron's security checklist", () => {
  test('row 1: the page loads from its own scheme only, and no source names a web address', () => {
    expect(mayRequest('app://kyodo/assets/main.js')).toBe(true);
    expect(mayRequest('blob:app://kyodo/0b7e')).toBe(true);
    expect(['https://example.com/a.js', 'http://127.0.0.1/', 'ws://x/'].filter(mayRequest)).toEqual([]);
    expect(desktopSource.filter(({ text }) => /https?:\/\//.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('row 2: Node is off in pages, their workers and their frames', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  test('row 3: the preload script lives in a context of its own', () => {
    expect(preferences?.contextIsolation).toBe(true);
  });

  test('row 4: every renderer is sandboxed, before the app is ready, and no name is ever looked up', () => {
    const app = processSpy();
    hardenProcess(app);
    expect(app.enableSandbox).toHaveBeenCalledOnce();
    expect(preferences?.sandbox).toBe(true);
    expect(app.commandLine.appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
    const main = desktopSource.find(({ name }) => name === 'main.ts')?.text ?? '';
    expect(main.indexOf('hardenProcess(app)')).toBeLessThan(main.indexOf('app.whenReady()'));
    expect(main.indexOf('hardenProcess(app)')).toBeGreaterThan(0);
  });

  test.each([
    ['clipboard-read', 'app://kyodo/index.html', true],
    ['clipboard-sanitized-write', 'app://kyodo/index.html', true],
    ['clipboard-read', 'https://example.com/', false],
    ['clipboard-read', '', false],
    ['media', 'app://kyodo/index.html', false],
    ['geolocation', 'app://kyodo/index.html', false],
    ['notifications', 'app://kyodo/index.html', false],
    ['openExternal', 'app://kyodo/index.html', false],
    ['fileSystem', 'app://kyodo/index.html', false],
    ['usb', 'app://kyodo/index.html', false],
  ])('row 5: permission %s asked by "%s" is granted: %s', (permission, url, granted) => {
    expect(mayUse(permission, url)).toBe(granted);
    const { session, ask, check } = sessionSpy();
    hardenSession(session);
    expect([ask(permission, url), check(permission, url.replace(/\/index.html$|\/$/, ''))]).toEqual([granted, granted]);
  });

  test('row 6: the same-origin rules of the web stay on', () => {
    expect(preferences?.webSecurity).toBe(true);
  });

  test('row 7: the content security policy allows own files and the nonce, nothing inline, no eval', () => {
    const policy = contentSecurityPolicy({ nonce: 'abc' });
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  test('row 8: insecure content is not allowed', () => {
    expect(preferences?.allowRunningInsecureContent).toBe(false);
  });

  test('row 9: experimental features are off', () => {
    expect(preferences?.experimentalFeatures).toBe(false);
  });

  test('row 10: no Blink feature is switched on', () => {
    expect(preferences?.enableBlinkFeatures).toBe('');
  });

  test('row 11: there is no webview tag', () => {
    expect(preferences?.webviewTag).toBe(false);
  });

  test('row 12: a webview that comes all the same is not attached', () => {
    const { contents, emit } = contentsSpy();
    hardenContents(contents);
    expect(emit('will-attach-webview', '')).toBe('prevented');
  });

  test.each(foreignUrls)('row 13: the window does not go to "%s"', (url) => {
    expect(mayNavigate(url)).toBe(false);
    const { contents, emit } = contentsSpy();
    hardenContents(contents);
    const events = ['will-navigate', 'will-frame-navigate', 'will-redirect'];
    expect(events.map((event) => emit(event, url))).toEqual(['prevented', 'prevented', 'prevented']);
  });

  test('row 13: the window may load its own screen again', () => {
    const { contents, emit } = contentsSpy();
    hardenContents(contents);
    expect(emit('will-navigate', 'app://kyodo/index.html#/organizations')).toBe('allowed');
  });

  test('row 14: no page opens a window', () => {
    const { contents, openWindow } = contentsSpy();
    hardenContents(contents);
    expect(openWindow('https://example.com/')).toEqual({ action: 'deny' });
    expect(openWindow('app://kyodo/index.html')).toEqual({ action: 'deny' });
  });

  test('row 15: nothing is opened outside, and only files written in this run are shown in their folder', () => {
    expect(desktopSource.filter(({ text }) => /openExternal|openPath/.test(text)).map(({ name }) => name)).toEqual([]);
    const written = createWrittenFiles();
    expect([written.has('/home/a/x.xlsx'), written.last()]).toEqual([false, null]);
    written.add('/home/a/x.xlsx');
    expect([written.has('/home/a/x.xlsx'), written.has('/home/a'), written.last()]).toEqual([
      true,
      false,
      '/home/a/x.xlsx',
    ]);
  });

  test('row 16: the pinned Electron is exact and of the newest major supported when it was recorded', () => {
    const pinned: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.electron;
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(String(pinned).split('.')[0])).toBe(Math.max(...electronSupport.supportedMajors));
    expect(electronSupport.recordedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test.each([
    ['our main frame', { url: 'app://kyodo/index.html', parent: null }, true],
    ['a frame inside our page', { url: 'app://kyodo/index.html', parent: {} }, false],
    ['a foreign main frame', { url: 'https://example.com/', parent: null }, false],
    ['a blank frame', { url: 'about:blank', parent: null }, false],
    ['a frame that is gone', null, false],
    ['no frame', undefined, false],
  ])('row 17: %s is listened to: %s', (_name, frame, trusted) => {
    expect(isTrustedSender(frame)).toBe(trusted);
  });

  test('row 18: no source loads from file:// or by loadFile', () => {
    expect(desktopSource.filter(({ text }) => /loadFile|file:\/\//.test(stripComments(text)))).toEqual([]);
  });

  test('row 19: the fuses leave no way to run other code through the binary', () => {
    expect(fuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      loadBrowserProcessSpecificV8Snapshot: false,
    });
  });

  test('no request of the page leaves the computer, and no download starts by itself', () => {
    const { session, request, download } = sessionSpy();
    hardenSession(session);
    expect(request('https://example.com/')).toEqual({ cancel: true });
    expect(request('app://kyodo/index.html')).toEqual({ cancel: false });
    expect(download()).toBe('prevented');
    expect(vi.isMockFunction(session.setDevicePermissionHandler)).toBe(true);
  });

  test('main.ts stays below 300 lines', () => {
    const main = desktopSource.find(({ name }) => name === 'main.ts')?.text ?? '';
    expect(main.split('\n').length).toBeLessThan(300);
  });
});

function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/ .*/g, '');
}
