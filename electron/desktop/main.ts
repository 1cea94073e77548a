import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell, utilityProcess } from 'electron';
import { createParserHost } from '#core/excel/read/parser-host.ts';
import { findEntry } from '#core/host/find-entry.ts';
import { findProgramRoot, rendererFolder } from '#core/host/program-files.ts';
import { readStartArguments } from '#core/host/start-arguments.ts';
import { type CoreHandle, startCoreWorker } from '#core/host/start-core-worker.ts';
import { loadStaticFiles } from '#core/host/static-files.ts';
import { desktopMessages } from '#shared/messages/desktop.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { appScheme, appUrl } from './app-address.ts';
import { createAppResponder } from './app-responder.ts';
import { eventChannel } from './channels.ts';
import { createDesktopCalls } from './desktop-calls.ts';
import { createDialogs } from './dialogs.ts';
import { registerIpc } from './ipc.ts';
import { createMenuTemplate } from './menu.ts';
import { hardenContents, hardenProcess, hardenSession } from './security.ts';
import { utilityLauncher } from './utility-parser.ts';
import { createWindowOptions } from './window-options.ts';
import { createWrittenFiles } from './written-files.ts';

// Entry of the desktop program (built to out/main/index.js): wires the tested parts to Electron, decides nothing itself.
const { dataDir, ledgerFile } = readStartArguments(process.argv.slice(1));
const root = findProgramRoot();
const written = createWrittenFiles();
let window: BrowserWindow | null = null;
let core: CoreHandle | null = null;
let closed = false;

hardenProcess(app);
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }]);
app.setPath('userData', join(dataDir, 'desktop'));
app.on('web-contents-created', (_event, contents) => hardenContents(contents));

async function start(): Promise<void> {
  await app.whenReady();
  hardenSession(session.defaultSession);
  protocol.handle(appScheme, createAppResponder(loadStaticFiles(rendererFolder(root))));
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate({ showLastExport, showAbout })));
  core = startCore();
  await core.ready;
  await openWindow(core);
}

function startCore(): CoreHandle {
  const parserEntry = fileURLToPath(findEntry('parser'));
  const parser = createParserHost(utilityLauncher(utilityProcess.fork, parserEntry));
  const handle = startCoreWorker({ dataDir, ledgerFile, shell: 'desktop', version: app.getVersion(), parser });
  handle.subscribe((event) => window?.webContents.send(eventChannel, event));
  const dialogs = createDialogs(dialog, theWindow);
  registerIpc(ipcMain, {
    core: handle,
    desktopCalls: createDesktopCalls({ core: handle, dialogs, written, reportBug }),
  });
  return handle;
}

async function openWindow(handle: CoreHandle): Promise<void> {
  const preload = join(root, 'out', 'preload', 'index.cjs');
  const opened = new BrowserWindow(createWindowOptions({ preload, devTools: !app.isPackaged }));
  window = opened;
  opened.once('ready-to-show', () => opened.show());
  opened.on('closed', () => {
    window = null;
  });
  opened.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    void dialog.showMessageBox(opened, { type: 'warning', message: desktopMessages.pageLost });
    opened.webContents.reload();
  });
  // Windows ends the session without waiting: close the ledger while there is time.
  opened.on('session-end', () => void handle.close());
  await opened.loadURL(appUrl);
}

function theWindow(): BrowserWindow {
  if (window === null) throw new Error('the window is closed');
  return window;
}

function showLastExport(): void {
  const path = written.last();
  if (path !== null && written.has(path)) shell.showItemInFolder(path);
  else void dialog.showMessageBox(theWindow(), { type: 'info', message: desktopMessages.nothingExported });
}

function showAbout(): void {
  void dialog.showMessageBox(theWindow(), { type: 'info', message: desktopMessages.about(app.getVersion()) });
}

/** Only the kind of the error is told: its text may hold names or paths of users. */
function reportBug(error: unknown): string {
  const id = Date.now().toString(36);
  process.stderr.write(`desktop ${id} ${error instanceof Error ? error.name : 'unknown'}\n`);
  return id;
}

function focusWindow(): void {
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
}

/** The ledger is closed before the program ends, whoever ends it. */
async function closeThenQuit(): Promise<void> {
  await core?.close(5000);
  closed = true;
  app.quit();
}

if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  app.on('second-instance', focusWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void closeThenQuit();
  });
  start().catch((error: unknown) => {
    const text =
      error instanceof AppError ? errorText(error) : errorText(new AppError('INTERNAL', { id: reportBug(error) }));
    dialog.showErrorBox(desktopMessages.startFailedTitle, text);
    app.exit(1);
  });
}
