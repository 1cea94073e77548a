import type { CoreEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { ConnectionState, PageTransport } from './connection.ts';

/** What the preload script puts on the window: these two functions and nothing else. */
export type DesktopBridge = {
  readonly call: (name: string, input: unknown) => Promise<RpcResult>;
  readonly subscribe: (listener: (event: CoreEvent) => void) => () => void;
};

/** Electron IPC through the preload script. The main process answers or ends with the window, so it is always connected. */
export function createDesktopTransport(bridge: DesktopBridge): PageTransport {
  return {
    shell: 'desktop',
    async call(name, input) {
      try {
        return await bridge.call(name, input);
      } catch {
        // The value cannot cross (not plain data), or main refused this page: either way nothing was done.
        return { ok: false, error: new AppError('INVALID_INPUT', { detail: name }).toRpc() };
      }
    },
    subscribe: (listener) => bridge.subscribe(listener),
    state: () => 'connected',
    onState(listener: (state: ConnectionState) => void) {
      listener('connected');
      return () => undefined;
    },
  };
}
