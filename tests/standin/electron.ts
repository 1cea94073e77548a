import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import type { Fetched, FromMain, ToMain } from './protocol.ts';

/*
 * Stands in for the module 'electron' where its binary cannot be had. The BUILT main process runs on it in a Node process of
 * its own; a test plays Chromium over the process channel. It does what our main process uses and refuses all else, by
 * having no such name. It is no proof of Electron's own behaviour: sandbox, fuses and windows are not here.
 */

type Handler = (...args: never[]) => unknown;

const handlers = new Map<string, Handler>();
const protocols = new Map<string, Handler>();
const dialogs = new Map<number, (value: unknown) => void>();
let requestRule: Handler | null = null;
let lastDialog = 0;
let isQuitting = false;

function tell(message: FromMain): void {
  process.send?.(message);
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = { appendSwitch: (): void => undefined };
  #isSandboxed = false;

  enableSandbox(): void {
    this.#isSandboxed = true;
  }

  async whenReady(): Promise<void> {
    if (!this.#isSandboxed) throw new Error('enableSandbox() comes before ready');
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  setPath(): void {}

  getPath(): string {
    return tmpdir();
  }

  getVersion(): string {
    return '0.0.0-standin';
  }

  quit(): void {
    if (isQuitting) return;
    isQuitting = true;
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    isQuitting = false;
    if (!prevented) process.exit(0);
  }

  exit(status: number): void {
    process.exit(status);
  }
}

export const app = new App();

class WebContents extends EventEmitter {
  send(channel: string, ...args: unknown[]): void {
    tell({ kind: 'event', channel, args });
  }

  reload(): void {
    tell({ kind: 'reload' });
  }

  setWindowOpenHandler(): void {}
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();

  constructor(options: { title: string; webPreferences: { preload: string; sandbox: boolean } }) {
    super();
    theWindow = this;
    app.emit('web-contents-created', {}, this.webContents);
    const { preload, sandbox } = options.webPreferences;
    tell({ kind: 'window', options: { title: options.title, preload, sandbox } });
  }

  async loadURL(url: string): Promise<void> {
    tell({ kind: 'load', url });
    this.emit('ready-to-show');
  }

  isMinimized(): boolean {
    return false;
  }

  show(): void {
    tell({ kind: 'show' });
  }

  focus(): void {
    tell({ kind: 'focus' });
  }
}

let theWindow: BrowserWindow | null = null;

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (): void => undefined,
  handle: (scheme: string, handler: Handler): void => void protocols.set(scheme, handler),
};

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (): void => undefined,
    setPermissionCheckHandler: (): void => undefined,
    setDevicePermissionHandler: (): void => undefined,
    webRequest: {
      onBeforeRequest: (rule: Handler): void => {
        requestRule = rule;
      },
    },
  }),
};

export const Menu = {
  buildFromTemplate: (template: unknown): unknown => template,
  setApplicationMenu: (): void => undefined,
};

export const shell = { showItemInFolder: (): void => undefined };

export const dialog = {
  showOpenDialog: (_window: unknown, options: unknown): Promise<unknown> => ask('open', options),
  showSaveDialog: (_window: unknown, options: unknown): Promise<unknown> => ask('save', options),
  showMessageBox: (_window: unknown, options: unknown): Promise<unknown> => ask('message', options),
  showErrorBox: (title: string, content: string): void => void ask('error', { title, content }),
};

/** The test answers each dialog as a person would. */
function ask(name: string, options: unknown): Promise<unknown> {
  lastDialog += 1;
  const id = lastDialog;
  tell({ kind: 'dialog', id, name, options });
  return new Promise((resolve) => void dialogs.set(id, resolve));
}

/** A utility process is a forked Node here; process.parentPort of Electron is put on by parent-port.ts. */
export const utilityProcess = {
  fork(entry: string, args: string[], options: { execArgv: string[]; env: NodeJS.ProcessEnv }): EventEmitter {
    const parentPort = new URL('./parent-port.ts', import.meta.url).href;
    const child = fork(entry, args, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: [...options.execArgv, '--import', parentPort],
      env: options.env,
    });
    return utilityOf(child);
  },
};

function utilityOf(child: ChildProcess): EventEmitter {
  const utility = new EventEmitter();
  child.on('message', (message) => utility.emit('message', message));
  child.once('close', (code) => utility.emit('exit', code ?? 1));
  return Object.assign(utility, {
    stderr: child.stderr,
    postMessage: (message: object): void => void child.send(message, () => undefined),
    kill: (): boolean => child.kill('SIGKILL'),
  });
}

process.on('message', (message: ToMain) => void receive(message));
process.on('disconnect', () => app.quit());

async function receive(message: ToMain): Promise<void> {
  switch (message.kind) {
    case 'invoke':
      return answer(message.id, () =>
        handlers.get(message.channel)?.(...([{ senderFrame: message.frame }, ...message.args] as never[])),
      );
    case 'fetch':
      return answer(message.id, () => fetchFrom(message.url, message.method));
    case 'dialog-answer':
      dialogs.get(message.id)?.(message.value);
      return;
    case 'second-instance':
      app.emit('second-instance', {}, [], '');
      return;
    case 'close-window':
      theWindow?.emit('closed');
      app.emit('window-all-closed');
  }
}

async function answer(id: number, work: () => unknown): Promise<void> {
  try {
    tell({ kind: 'answer', id, value: await work() });
  } catch (error) {
    tell({ kind: 'refused', id, reason: String(error) });
  }
}

async function fetchFrom(url: string, method: string): Promise<Fetched> {
  let cancelled = false;
  const decide = (decision: { readonly cancel: boolean }): void => {
    cancelled = decision.cancel;
  };
  requestRule?.(...([{ url }, decide] as never[]));
  const handler = protocols.get(new URL(url).protocol.slice(0, -1));
  if (cancelled || handler === undefined) return { cancelled: true };
  const response = (await handler(...([{ url, method }] as never[]))) as Response; // boundary: a protocol handler of main
  const body = new Uint8Array(await response.arrayBuffer());
  return { cancelled: false, status: response.status, headers: Object.fromEntries(response.headers), body };
}
