import type { App, Session, WebContents } from 'electron';
import { vi } from 'vitest';

/*
 * Recorders in the place of Electron's own objects, which exist inside Electron only. They keep the handlers that our code
 * registers, so that a test can put a question to them.
 */

type Handler = (...args: never[]) => unknown;
type Outcome = 'prevented' | 'allowed';

type Recorder = ReturnType<typeof vi.fn<(...args: never[]) => void>>;

export function processSpy() {
  const enableSandbox: Recorder = vi.fn();
  const appendSwitch: Recorder = vi.fn();
  return { enableSandbox, commandLine: { appendSwitch } as unknown as App['commandLine'] };
}

export function contentsSpy() {
  const handlers = new Map<string, Handler>();
  let windowOpen: Handler = () => null;
  const contents = {
    on: (event: string, handler: Handler) => void handlers.set(event, handler),
    setWindowOpenHandler: (handler: Handler) => {
      windowOpen = handler;
    },
  };
  return {
    contents: contents as unknown as WebContents,
    emit: (event: string, url: string): Outcome => outcomeOf(handlers.get(event), { url }),
    openWindow: (url: string): unknown => windowOpen({ url } as never),
  };
}

export function sessionSpy() {
  const handlers = new Map<string, Handler>();
  const keep = (name: string) => (handler: Handler) => void handlers.set(name, handler);
  const session = {
    setPermissionRequestHandler: keep('ask'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: vi.fn(),
    webRequest: { onBeforeRequest: keep('request') },
    on: (event: string, handler: Handler) => void handlers.set(event, handler),
  };
  const run = (name: string, ...args: unknown[]): unknown => handlers.get(name)?.(...(args as never[]));
  return {
    session: session as unknown as Session,
    ask: (permission: string, requestingUrl: string): unknown => {
      const decide = vi.fn();
      run('ask', null, permission, decide, { requestingUrl });
      return decide.mock.calls[0]?.[0];
    },
    check: (permission: string, origin: string): unknown => run('check', null, permission, origin, {}),
    request: (url: string): unknown => {
      const decide = vi.fn();
      run('request', { url }, decide);
      return decide.mock.calls[0]?.[0];
    },
    download: (): Outcome => outcomeOf(handlers.get('will-download'), {}),
  };
}

function outcomeOf(handler: Handler | undefined, event: object): Outcome {
  const preventDefault = vi.fn();
  handler?.({ ...event, preventDefault } as never);
  return preventDefault.mock.calls.length > 0 ? 'prevented' : 'allowed';
}
