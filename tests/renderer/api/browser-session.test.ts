import { expect, test } from 'vitest';
import { checkSession, enterSession } from '#renderer/api/browser-session.ts';

const token = 'A'.repeat(43);

function placeWith(hash: string, post: () => Promise<{ readonly status: number }>) {
  const sent: unknown[] = [];
  let dropped = 0;
  let screen: string | null = null;
  return {
    hash,
    sent,
    dropped: () => dropped,
    screen: () => screen,
    dropHash: (name: string) => {
      dropped += 1;
      screen = name;
    },
    post: (body: object) => {
      sent.push(body);
      return post();
    },
  };
}

test('the token of the address is exchanged and taken out of the address', async () => {
  const place = placeWith(`#token=${token}`, async () => ({ status: 204 }));
  expect(await enterSession(place)).toBe('valid');
  expect(place.sent).toEqual([{ token }]);
  expect(place.dropped()).toBe(1);
});

test('the token leaves the address also when the exchange fails', async () => {
  const place = placeWith(`#token=${token}`, () => Promise.reject(new TypeError('network')));
  expect(await enterSession(place)).toBe('unreachable');
  expect(place.dropped()).toBe(1);
});

test('a reloaded page asks whether its cookie still holds, and keeps its place', async () => {
  const place = placeWith('#/organizations', async () => ({ status: 204 }));
  expect(await enterSession(place)).toBe('valid');
  expect(place.sent).toEqual([{}]);
  expect(place.dropped()).toBe(0);
});

test('the start address may name the screen to begin with', async () => {
  const place = placeWith(`#token=${token}&screen=organizations`, async () => ({ status: 204 }));
  expect(await enterSession(place)).toBe('valid');
  expect(place.sent).toEqual([{ token }]);
  expect(place.screen()).toBe('organizations');
});

test('anything else behind the token is no start address', async () => {
  const place = placeWith(`#token=${token}&screen=../x`, async () => ({ status: 403 }));
  expect(await enterSession(place)).toBe('refused');
  expect(place.sent).toEqual([{}]);
});

test('a page without a session is refused', async () => {
  expect(await checkSession(placeWith('', async () => ({ status: 403 })))).toBe('refused');
});
