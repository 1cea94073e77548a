import { afterAll, beforeAll } from 'vitest';
import { WebSocket } from 'ws';
import { type LoopbackServer, startLoopbackServer } from '#browser/loopback-server.ts';
import { type CoreHandle, startCoreWorker } from '#core/host/start-core-worker.ts';
import type { StaticFiles } from '#core/host/static-files.ts';
import { createFolder } from './temporary-folder.ts';

const entry = new URL('./tiny-core-worker.ts', import.meta.url);

/** A small screen: one page, one asset. */
export const tinyScreen: StaticFiles = new Map([
  [
    '/index.html',
    {
      body: Buffer.from('<!doctype html><head><title>x</title></head>'),
      contentType: 'text/html; charset=utf-8',
      immutable: false,
    },
  ],
  [
    '/assets/main-Ab12Cd34.js',
    { body: Buffer.from('export {}'), contentType: 'text/javascript; charset=utf-8', immutable: true },
  ],
]);

export type Site = {
  readonly core: CoreHandle;
  readonly server: LoopbackServer;
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly token: string;
};

export function siteOf(core: CoreHandle, server: LoopbackServer): Site {
  const { origin, startUrl } = server;
  const { host, port } = new URL(origin);
  return { core, server, port: Number(port), host, origin, token: /#token=(.+)$/.exec(startUrl)?.[1] ?? '' };
}

/** A loopback server over the tiny core. */
export async function openSite(): Promise<Site & { close(): Promise<void> }> {
  const folder = createFolder();
  const core = startCoreWorker({ dataDir: folder.path, shell: 'browser', version: '0.0.0', entry });
  await core.ready;
  const server = await startLoopbackServer({ core, files: tinyScreen, port: 0, headersMs: 700 });
  return {
    ...siteOf(core, server),
    async close() {
      await Promise.all([server.close(), core.close()]);
      folder.remove();
    },
  };
}

/** One site for all tests of a file. */
export function sharedSite(): () => Site {
  let site: Awaited<ReturnType<typeof openSite>> | null = null;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());
  return () => {
    if (site === null) throw new Error('the site is opened before the tests run');
    return site;
  };
}

/** Posts to /session as a page of the site does. */
export function postSession(site: Site, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${site.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.origin, ...headers },
    body: JSON.stringify(body),
  });
}

/** Exchanges the site's token; the cookie as a page sends it back. */
export async function enter(site: Site): Promise<string> {
  const response = await postSession(site, { token: site.token });
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export function openSocket(site: Site, cookie: string): WebSocket {
  return new WebSocket(`ws://${site.host}/ws`, { headers: { cookie, origin: site.origin } });
}
