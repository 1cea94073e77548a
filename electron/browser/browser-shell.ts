import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startCoreWorker } from '#core/host/start-core-worker.ts';
import { loadStaticFiles, type StaticFiles } from '#core/host/static-files.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type LoopbackServer, startLoopbackServer } from './loopback-server.ts';

export type BrowserShellOptions = {
  readonly dataDir: string;
  readonly version: string;
  readonly port: number;
  readonly ledgerFile: string | undefined;
  readonly rendererDir: string;
  readonly onDeath?: (errorName: string) => void;
};

export type BrowserShell = { readonly url: string; close(): Promise<void> };

/** Core in its thread, screen on 127.0.0.1. Resolves when a browser may come. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const files = loadScreen(options.rendererDir);
  const core = startCoreWorker({ ...options, shell: 'browser' });
  let server: LoopbackServer;
  try {
    await core.ready;
    server = await startLoopbackServer({ core, files, port: options.port });
  } catch (error) {
    await core.close();
    throw error;
  }
  return {
    url: server.startUrl,
    close: async () => {
      await Promise.all([server.close(), core.close()]);
    },
  };
}

function loadScreen(folder: string): StaticFiles {
  if (!existsSync(join(folder, 'index.html'))) throw new AppError('SCREEN_FILES_MISSING', { folder });
  return loadStaticFiles(folder);
}
