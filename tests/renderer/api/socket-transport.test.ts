import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ConnectionState } from '#renderer/api/connection.ts';
import { createSocketTransport, type SessionCheck, type SocketLike } from '#renderer/api/socket-transport.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { maxFrameBytes, pageFrame, type ShellFrame } from '#shared/rpc/socket-frames.ts';

/** The shell's end of a socket, played by the test. */
class PlayedSocket implements SocketLike {
  readonly sent: string[] = [];
  readonly #message: ((event: { readonly data: unknown }) => void)[] = [];
  readonly #close: ((event: { readonly code: number }) => void)[] = [];

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.drop(1000);
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    if (type === 'message') this.#message.push(listener as (event: { readonly data: unknown }) => void);
    else this.#close.push(listener as (event: { readonly code: number }) => void);
  }

  say(frame: ShellFrame): void {
    for (const listener of this.#message) listener({ data: JSON.stringify(frame) });
  }

  drop(code: number): void {
    for (const listener of this.#close) listener({ code });
  }
}

function play(check: () => SessionCheck = () => 'valid', giveUpMs = 60_000) {
  const sockets: PlayedSocket[] = [];
  const transport = createSocketTransport({
    open: () => {
      const socket = new PlayedSocket();
      sockets.push(socket);
      return socket;
    },
    checkSession: async () => check(),
    retryMs: 1,
    giveUpMs,
  });
  onTestFinished(() => transport.close());
  const states: ConnectionState[] = [];
  transport.onState((state) => states.push(state));
  const events: CoreEvent[] = [];
  transport.subscribe((event) => events.push(event));
  const socket = (index: number): PlayedSocket => {
    const found = sockets[index];
    if (found === undefined) throw new Error(`socket ${index} was not opened`);
    return found;
  };
  return { transport, sockets, socket, states, events };
}

const done = { ok: true, value: 1 } as const;

describe('the loopback transport of a page', () => {
  test('waits for the greeting, then sends what was called before, in order', async () => {
    const { transport, socket, states } = play();
    const answers = [transport.call('a', {}), transport.call('b', {})];
    expect(socket(0).sent).toEqual([]);
    socket(0).say({ hello: { seq: 0 } });
    expect(socket(0).sent.map((text) => JSON.parse(text).name)).toEqual(['a', 'b']);
    socket(0).say({ id: 2, result: { ok: true, value: 'b' } });
    socket(0).say({ id: 1, result: { ok: true, value: 'a' } });
    expect(await Promise.all(answers)).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
    ]);
    expect(states).toEqual(['reconnecting', 'connected']);
  });

  test('tells what was under way when the line broke, and repeats nothing by itself', async () => {
    const { transport, sockets, socket, states } = play();
    socket(0).say({ hello: { seq: 0 } });
    const underWay = transport.call('measures.edit', {});
    socket(0).drop(1006);
    expect(await underWay).toMatchObject({ ok: false, error: { code: 'CONNECTION_LOST' } });
    await vi.waitFor(() => expect(sockets).toHaveLength(2));
    socket(1).say({ hello: { seq: 0 } });
    expect(socket(1).sent).toEqual([]);
    expect(states).toEqual(['reconnecting', 'connected', 'reconnecting', 'connected']);
  });

  test('sends after a reconnect what was called meanwhile', async () => {
    const { transport, sockets, socket } = play();
    socket(0).say({ hello: { seq: 0 } });
    socket(0).drop(1006);
    const meanwhile = transport.call('app.state', {});
    await vi.waitFor(() => expect(sockets).toHaveLength(2));
    socket(1).say({ hello: { seq: 0 } });
    socket(1).say({ id: 1, result: done });
    expect(await meanwhile).toEqual(done);
  });

  test('says that everything must be fetched anew when events were missed, and only then', async () => {
    const { sockets, socket, events } = play();
    socket(0).say({ hello: { seq: 4 } });
    socket(0).say({ event: { type: 'ledger.state', seq: 5 } });
    socket(0).drop(1006);
    await vi.waitFor(() => expect(sockets).toHaveLength(2));
    socket(1).say({ hello: { seq: 5 } });
    socket(1).drop(1006);
    await vi.waitFor(() => expect(sockets).toHaveLength(3));
    socket(2).say({ hello: { seq: 9 } });
    expect(events).toEqual([
      { type: 'ledger.state', seq: 5 },
      { type: 'ledger.state', seq: 9 },
    ]);
  });

  test('is gone at once when the program says that it stops', async () => {
    const { transport, socket, states } = play();
    socket(0).say({ hello: { seq: 0 } });
    socket(0).drop(1001);
    expect(states.at(-1)).toBe('gone');
    expect(await transport.call('app.state', {})).toMatchObject({ ok: false, error: { code: 'CONNECTION_LOST' } });
  });

  test('is gone when the session is refused', async () => {
    const { transport, socket } = play(() => 'refused');
    const waiting = transport.call('app.state', {});
    socket(0).drop(1006);
    await vi.waitFor(() => expect(transport.state()).toBe('gone'));
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'CONNECTION_LOST' } });
  });

  test('is gone when nothing answers for too long', async () => {
    const { transport, socket } = play(() => 'unreachable', 20);
    socket(0).drop(1006);
    await vi.waitFor(() => expect(transport.state()).toBe('gone'));
  });

  test('sends a large call in pieces below the limit of a frame, whatever it is made of', () => {
    for (const text of ['漢'.repeat(600_000), '"\\\n'.repeat(400_000), '😀'.repeat(400_000)]) {
      const { transport, socket } = play();
      socket(0).say({ hello: { seq: 0 } });
      void transport.call('organizations.edit', { text });
      const frames = socket(0).sent.map((frame) => pageFrame.parse(JSON.parse(frame)));
      expect(Math.max(...socket(0).sent.map((frame) => Buffer.byteLength(frame)))).toBeLessThan(maxFrameBytes);
      const joined = frames.map((frame) => ('piece' in frame ? frame.piece : '')).join('');
      expect(JSON.parse(joined)).toEqual({ name: 'organizations.edit', input: { text } });
    }
  });

  test('refuses a call over 64 MB and one that is not plain data, without sending', async () => {
    const { transport, socket } = play();
    socket(0).say({ hello: { seq: 0 } });
    expect(await transport.call('a', 'x'.repeat(64 * 1024 * 1024))).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(await transport.call('a', { n: 1n })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(socket(0).sent).toEqual([]);
  });
});
