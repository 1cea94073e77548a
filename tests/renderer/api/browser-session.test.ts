import { expect, test } from 'vitest';
import { checkSession, enterSession } from '#renderer/api/browser-session.ts';

const token = 'A'.repeat(43);

function placeWith(hash: string, post: () => Promise<{ readonly status: number }>) {
  const sent: unknown[] = [];
  let dropped = 0;
  return {
    hash,
    sent,
    dropped: () => dropped,
    dropHash: () => {
      dropped += 1;
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

test('a page without a session is refused', async () => {
  expect(await checkSession(placeWith('', async () => ({ status: 403 })))).toBe('refused');
});
