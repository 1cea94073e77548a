import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStaticFile } from '#core/host/static-files.ts';
import { createAppResponder } from '#desktop/app-responder.ts';
import { tinyScreen } from '#tests/helpers/shells/browser-fixture.ts';

const respond = createAppResponder(tinyScreen);
const names = new Set(tinyScreen.keys());

/** Path pieces attackers are fond of, mixed with honest ones. */
const piece = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%252e',
    '..%2f',
    '..%5c',
    '\\',
    '\\\\server\\share',
    'C:',
    '::$DATA',
    '\0',
    '%00',
  ),
  fc.constantFrom('index.html', 'assets', 'main-Ab12Cd34.js', 'etc', 'passwd', '__proto__', 'constructor', ''),
  fc.string({ maxLength: 8 }),
);
const anyPath = fc.array(piece, { maxLength: 6 }).map((pieces) => `/${pieces.join('/')}`);

describe('the app:// protocol', () => {
  test('row 18: of 10,000 paths none gives anything but a file of the screen by its own name', () => {
    fc.assert(
      fc.property(anyPath, (path) => {
        const found = findStaticFile(tinyScreen, path);
        return found === null || path === '/' || names.has(path);
      }),
      { numRuns: 10_000 },
    );
  });

  test('row 18: a whole URL is answered with a file of the screen or with 404', async () => {
    const bodies = await Promise.all([...tinyScreen.values()].map((file) => file.body.toString('utf8')));
    await fc.assert(
      fc.asyncProperty(anyPath, async (path) => {
        const response = respond({ url: `app://kyodo${path}`, method: 'GET' });
        const text = await response.text();
        expect(
          response.status === 404 ? text === '' : bodies.some((body) => body.slice(0, 15) === text.slice(0, 15)),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('row 18: another host of the scheme, another scheme and another method get nothing', () => {
    const status = (url: string, method = 'GET'): number => respond({ url, method }).status;
    expect(status('app://evil/index.html')).toBe(404);
    expect(status('app://kyodo@evil/index.html')).toBe(404);
    expect(status('https://kyodo/index.html')).toBe(404);
    expect(status('app://kyodo/index.html', 'POST')).toBe(404);
    expect(status('app://kyodo/index.html')).toBe(200);
  });

  test('row 7: the page carries a policy whose nonce is the one in the page, another at each load', async () => {
    const load = async (): Promise<string> => {
      const response = respond({ url: 'app://kyodo/index.html', method: 'GET' });
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
      expect(await response.text()).toContain(`content="${nonce}"`);
      return nonce;
    };
    expect(await load()).not.toBe(await load());
  });
});
