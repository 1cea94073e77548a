import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';

type MainHandler = (event: { readonly senderFrame: object }, ...args: unknown[]) => unknown;

/** Electron's IPC between main and one page, in one process: every crossing is a structured clone, as in Electron. */
export function createIpcBus(frameUrl: string) {
  const handlers = new Map<string, MainHandler>();
  const page = new EventEmitter();
  const exposed = new Map<string, unknown>();
  const invoke = async (channel: string, ...args: unknown[]): Promise<unknown> => {
    const sent = structuredClone(args);
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler({ senderFrame: { url: frameUrl, parent: null } }, ...sent));
  };
  return {
    exposed,
    // boundary: of Electron's ipcMain only handle() is stood in for
    ipcMain: {
      handle: (channel: string, handler: MainHandler) => void handlers.set(channel, handler),
    } as unknown as Pick<IpcMain, 'handle'>,
    send: (channel: string, ...args: unknown[]): void => {
      page.emit(channel, {}, ...structuredClone(args));
    },
    rendererModule: {
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
      ipcRenderer: { invoke, on: page.on.bind(page), off: page.off.bind(page) },
    },
  };
}
