import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { enter, openSocket, postSession, type Site, sharedSite } from '#tests/helpers/shells/browser-fixture.ts';

const site = sharedSite();
let cookie = '';

async function answerOver(target: Site, sessionCookie: string): Promise<unknown> {
  const socket = openSocket(target, sessionCookie);
  const frames: unknown[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await once(socket, 'open');
  socket.send(JSON.stringify({ id: 7, name: 'echo', input: { a: 1 } }));
  while (frames.length < 2) await once(socket, 'message');
  socket.close();
  return frames[1];
}

describe('the session of the browser shell', () => {
  test('the token has at least 256 bits and stands in the fragment only', () => {
    const { pathname, search } = new URL(site().server.startUrl);
    expect(Buffer.from(site().token, 'base64url')).toHaveLength(32);
    expect([pathname, search]).toEqual(['/', '']);
  });

  test('without a token or a cookie there is no session', async () => {
    expect((await postSession(site(), {})).status).toBe(403);
  });

  test('the token gives an HttpOnly SameSite=Strict cookie whose name is of this run', async () => {
    const response = await postSession(site(), { token: site().token });
    const header = response.headers.get('set-cookie') ?? '';
    expect(response.status).toBe(204);
    expect(header).toMatch(/^kyodo_[0-9a-f]{12}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    cookie = header.split(';')[0] ?? '';
  });

  test('the token works once', async () => {
    expect((await postSession(site(), { token: site().token })).status).toBe(403);
  });

  test('a reloaded page has its cookie, and a used token beside it does no harm', async () => {
    expect((await postSession(site(), {}, { cookie })).status).toBe(204);
    expect((await postSession(site(), { token: site().token }, { cookie })).status).toBe(204);
  });

  test('the cookie opens the socket, in a second tab too', async () => {
    const expected = { id: 7, result: { ok: true, value: { a: 1 } } };
    expect(await answerOver(site(), cookie)).toEqual(expected);
    expect(await answerOver(site(), cookie)).toEqual(expected);
  });

  test('a cookie of another run of the program opens nothing', async () => {
    const socket = openSocket(site(), cookie.replace(/^kyodo_\w+/, 'kyodo_000000000000'));
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain('403');
  });
});

describe('what the browser shell serves', () => {
  test('the page is never stored, forbids what is not its own, and carries the nonce of its load', async () => {
    const response = await fetch(site().origin);
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(await response.text()).toContain(`<meta name="csp-nonce" content="${nonce}">`);
  });

  test('each load has another nonce', async () => {
    const policies = [await fetch(site().origin), await fetch(site().origin)].map((response) =>
      response.headers.get('content-security-policy'),
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  test('a file with a hash in its name may be kept for ever', async () => {
    const response = await fetch(`${site().origin}/assets/main-Ab12Cd34.js`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {}');
  });

  test('nothing it answers allows another origin to read it', async () => {
    for (const path of ['/', '/assets/main-Ab12Cd34.js', '/missing']) {
      const { headers } = await fetch(site().origin + path);
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  test('HEAD answers as GET without the body', async () => {
    const response = await fetch(site().origin, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('it listens on 127.0.0.1 and on no other interface', async () => {
    const elsewhere = site().origin.replace('127.0.0.1', '127.0.0.2');
    await expect(fetch(elsewhere)).rejects.toThrow();
  });
});

test('a call sent in pieces arrives whole', async () => {
  const sessionCookie = cookie === '' ? await enter(site()) : cookie;
  const socket = openSocket(site(), sessionCookie);
  const frames: unknown[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await once(socket, 'open');
  const text = JSON.stringify({ name: 'echo', input: { text: '吉'.repeat(10) } });
  socket.send(JSON.stringify({ id: 3, piece: text.slice(0, 20), last: false }));
  socket.send(JSON.stringify({ id: 3, piece: text.slice(20), last: true }));
  while (frames.length < 2) await once(socket, 'message');
  expect(frames[1]).toEqual({ id: 3, result: { ok: true, value: { text: '吉'.repeat(10) } } });
  socket.close();
});
