import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { CoreEvent } from '#shared/contract/events.ts';
import { callChannel, eventChannel } from './channels.ts';

// The page gets these two functions and nothing else of Electron (checklist row 20).
contextBridge.exposeInMainWorld('kyodo', {
  call: (name: unknown, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  subscribe: (listener: (event: CoreEvent) => void) => {
    const own = (_event: IpcRendererEvent, event: CoreEvent): void => listener(event);
    ipcRenderer.on(eventChannel, own);
    return () => void ipcRenderer.off(eventChannel, own);
  },
});
