import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { enter, openSite, openSocket, postSession, type Site } from '#tests/helpers/shells/browser-fixture.ts';
import { sendRaw } from '#tests/helpers/shells/raw-http.ts';
import {
  type HostileCase,
  hostCases,
  methodCases,
  originCases,
  pathCases,
  protocolCases,
  sessionCases,
  socketCases,
  type Target,
} from './hostile-cases.ts';

type OpenSite = Site & { close(): Promise<void> };

/** `entered` has an honest page connected all the time; the token of `fresh` is never exchanged before the end. */
let entered: OpenSite;
let fresh: OpenSite;
let cookie = '';
let honest: WebSocket;

beforeAll(async () => {
  entered = await openSite();
  fresh = await openSite();
  cookie = await enter(entered);
  honest = openSocket(entered, cookie);
  await once(honest, 'open');
});

afterAll(async () => {
  honest.close();
  await Promise.all([entered.close(), fresh.close()]);
});

/** The honest page still gets its answer. */
async function expectHonestPageServed(): Promise<void> {
  honest.send(JSON.stringify({ id: 1, name: 'echo', input: { text: 'まだいます' } }));
  const [data] = await once(honest, 'message');
  expect(JSON.parse(String(data))).toEqual({ id: 1, result: { ok: true, value: { text: 'まだいます' } } });
}

async function expectRefused(target: Target, bytes: string | Uint8Array): Promise<void> {
  const { status, head, body } = await sendRaw(target.port, bytes);
  if (status !== null) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
  expect(body).toBe('');
  expect(head).not.toMatch(/set-cookie|access-control/i);
  await expectHonestPageServed();
}

function refuseAll(title: string, cases: readonly HostileCase[], site: () => Site): void {
  describe(title, () => {
    test.each(cases)('%s', async (_name, bytes) => {
      const target = { ...site(), cookie };
      await expectRefused(target, bytes(target));
    });
  });
}

const all = [hostCases, originCases, methodCases, sessionCases, pathCases, protocolCases, socketCases];

test('there are at least 60 hostile requests', () => {
  expect(all.flat().length).toBeGreaterThanOrEqual(60);
});

refuseAll('a request is refused, with a valid cookie even, by its Host:', hostCases, () => entered);
refuseAll('by where it comes from:', originCases, () => entered);
refuseAll('by its method:', methodCases, () => entered);
refuseAll('by its path:', pathCases, () => entered);
refuseAll('by the protocol:', protocolCases, () => entered);
refuseAll('a socket is refused:', socketCases, () => entered);
refuseAll('the session is refused:', sessionCases, () => fresh);

describe('a connected page that turns hostile is cut off:', () => {
  const frames: readonly (readonly [string, string | Buffer])[] = [
    ['a frame of 2 MB', JSON.stringify({ id: 1, name: 'echo', input: 'x'.repeat(2 * 1024 * 1024) })],
    ['bytes', Buffer.from([1, 2, 3])],
    ['not JSON', 'echo'],
    ['a list', '[]'],
    ['null', 'null'],
    ['no id', '{"name":"echo","input":{}}'],
    ['an id that is text', '{"id":"1","name":"echo","input":{}}'],
    ['a field too many', '{"id":1,"name":"echo","input":{},"as":"root"}'],
    ['a name of 300 characters', JSON.stringify({ id: 1, name: 'x'.repeat(300), input: {} })],
    ['a last piece that is not a call', '{"id":1,"piece":"{}","last":true}'],
  ];

  test.each(frames)('%s', async (_name, frame) => {
    const page = openSocket(entered, cookie);
    page.on('error', () => undefined);
    await once(page, 'open');
    page.send(frame);
    const [code] = await once(page, 'close');
    expect([1008, 1009]).toContain(code);
    await expectHonestPageServed();
  });
});

test('16 pages at most; the next one is refused and the others stay', async () => {
  const pages = Array.from({ length: 15 }, () => openSocket(entered, cookie));
  await Promise.all(pages.map((page) => once(page, 'open')));
  const [error] = await once(openSocket(entered, cookie), 'error');
  expect(String(error)).toContain('429');
  await expectHonestPageServed();
  for (const page of pages) page.close();
});

test('after all that the unused token still opens its session, once', async () => {
  expect((await postSession(fresh, { token: fresh.token })).status).toBe(204);
  expect((await postSession(fresh, { token: fresh.token })).status).toBe(403);
});
