import type { BrowserContext } from '@playwright/test';
import { WebSocket } from 'ws';
import { createSocketTransport } from '#renderer/api/socket-transport.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';

/** The program's calls over the same web socket as the page's, with the page's cookie. */
export async function callerBeside(context: BrowserContext, url: string): Promise<{ client: Client; close(): void }> {
  const { host, origin } = new URL(url);
  const cookie = (await context.cookies(origin)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const transport = createSocketTransport({
    open: () => new WebSocket(`ws://${host}/ws`, { headers: { cookie, origin } }),
    checkSession: async () => 'valid',
  });
  return { client: createClient(transport), close: () => transport.close() };
}
