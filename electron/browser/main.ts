import { findProgramRoot, readProgramVersion, rendererFolder } from '#core/host/program-files.ts';
import { readStartArguments } from '#core/host/start-arguments.ts';
import { browserShellMessages } from '#shared/messages/browser-shell.ts';
import { errorText } from '#shared/messages/error-text.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type BrowserShell, startBrowserShell } from './browser-shell.ts';

// Entry of the browser shell (built to out/main/browser.js): prints READY <url>, serves until told to stop.
const { dataDir, port, ledgerFile } = readStartArguments(process.argv.slice(2));
let shell: BrowserShell | null = null;
let stopping = false;

async function start(): Promise<void> {
  const root = findProgramRoot();
  const rendererDir = rendererFolder(root);
  const version = readProgramVersion(root);
  const onDeath = (errorName: string): void => say(browserShellMessages.coreDied(errorName));
  shell = await startBrowserShell({ dataDir, port, ledgerFile, version, rendererDir, onDeath });
  if (stopping) await end(shell);
  else process.stdout.write(`READY ${shell.url}\n`);
}

/** Told to stop while still starting: start() ends it as soon as there is something to close. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (shell !== null) await end(shell);
}

async function end(running: BrowserShell): Promise<void> {
  await running.close();
  process.exit(0);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
// Windows knows no SIGTERM: the start script sends a message, and its end closes the channel.
process.on('message', (message) => {
  if (message === 'stop') void stop();
});
process.on('disconnect', () => void stop());

start().catch((error: unknown) => {
  say(error instanceof AppError ? errorText(error) : browserShellMessages.failed(String(error)));
  process.exit(1);
});
