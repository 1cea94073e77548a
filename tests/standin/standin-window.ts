import { readFileSync } from 'node:fs';
import type { Page, Route } from '@playwright/test';
import { MainProcess } from './main-process.ts';

/** Chromium knows no app:// here; the page lives at this address, and main is told the one it would have. */
const pageOrigin = 'https://kyodo.standin';
const appOrigin = 'app://kyodo';

export type StandinWindow = { readonly page: Page; readonly main: MainProcess };

/** Starts the built program on the stand-in and shows its window in this page, with its built preload script. */
export async function openStandinWindow(page: Page, args: readonly string[]): Promise<StandinWindow> {
  const main = new MainProcess(args);
  const { options } = await main.first('window');
  await page.route('**/*', (route) => serve(main, route));
  await page.exposeFunction('standinInvoke', (channel: string, sent: readonly unknown[]) =>
    main.invoke(channel, sent, { url: page.url().replace(pageOrigin, appOrigin), parent: null }),
  );
  await page.addInitScript(preloadFrame(readFileSync(options.preload, 'utf8')));
  main.onMessage((message) => {
    if (message.kind === 'event') void emitInPage(page, message.channel, message.args);
  });
  const { url } = await main.first('load');
  await page.goto(url.replace(appOrigin, pageOrigin));
  return { page, main };
}

async function serve(main: MainProcess, route: Route): Promise<void> {
  const request = route.request();
  const fetched = await main.fetch(request.url().replace(pageOrigin, appOrigin), request.method());
  if (fetched.cancelled) await route.abort();
  else
    await route.fulfill({ status: fetched.status, headers: { ...fetched.headers }, body: Buffer.from(fetched.body) });
}

async function emitInPage(page: Page, channel: string, args: readonly unknown[]): Promise<void> {
  // The page may be between two loads: an event is then lost, as it would be in Electron.
  await page
    .evaluate(([name, sent]) => Reflect.get(window, 'standinEmit')?.(name, sent), [channel, args] as const)
    .catch(() => undefined);
}

/** Runs the preload script as a sandboxed one runs: CommonJS, with nothing to require but Electron's renderer half. */
function preloadFrame(preload: string): string {
  return `(() => {
    const listeners = new Map();
    const of = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel);
    window.standinEmit = (channel, args) => { for (const listener of [...of(channel)]) listener({}, ...structuredClone(args)); };
    const electron = {
      contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value }) },
      ipcRenderer: {
        invoke: async (channel, ...args) => window.standinInvoke(channel, structuredClone(args)),
        on: (channel, listener) => void of(channel).add(listener),
        off: (channel, listener) => void of(channel).delete(listener),
      },
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload may require electron only, not ' + name);
      return electron;
    };
    ((require, module, exports) => {${preload}})(require, { exports: {} }, {});
  })();`;
}
