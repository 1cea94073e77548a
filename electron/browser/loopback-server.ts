import { createServer, type Server } from 'node:http';
import type { CoreHandle } from '#core/host/start-core-worker.ts';
import type { StaticFiles } from '#core/host/static-files.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { Address } from './request-guard.ts';
import { createRequestHandler } from './request-handler.ts';
import { createSession } from './session.ts';
import { createPageSockets } from './socket-upgrade.ts';

/** Never 0.0.0.0, never '::', never 'localhost' (which may resolve to another interface). */
const loopback = '127.0.0.1';

export type LoopbackOptions = {
  readonly core: CoreHandle;
  readonly files: StaticFiles;
  /** 0 = any free port. */
  readonly port: number;
  /** How long a client may take to send its headers; half of its request's time. */
  readonly headersMs?: number;
};

export type LoopbackServer = { readonly origin: string; readonly startUrl: string; close(): Promise<void> };

/** Serves the screen and the core to this computer's browser alone. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const session = createSession();
  let served: Address = { host: '', origin: '' };
  const address = (): Address => served;
  const pages = createPageSockets({ address, session, core: options.core });
  const server = createLimitedServer(options.headersMs ?? 5000);
  server.on('request', createRequestHandler({ address, session, files: options.files }));
  server.on('upgrade', pages.upgrade);
  const port = await listen(server, options.port);
  served = { host: `${loopback}:${port}`, origin: `http://${loopback}:${port}` };
  return {
    origin: served.origin,
    startUrl: `${served.origin}/#token=${session.token}`,
    close: () =>
      new Promise((resolve) => {
        pages.close();
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 300).unref();
      }),
  };
}

function createLimitedServer(headersMs: number): Server {
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: headersMs,
    requestTimeout: headersMs * 2,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: Math.min(1000, headersMs),
    insecureHTTPParser: false,
    // The request guard refuses a missing Host itself, with the others.
    requireHostHeader: false,
  });
  server.maxHeadersCount = 64;
  server.maxConnections = 64;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });
  server.on(
    'checkExpectation',
    (_request, response) => void response.writeHead(417, { connection: 'close', 'content-length': 0 }).end(),
  );
  server.on(
    'checkContinue',
    (_request, response) => void response.writeHead(417, { connection: 'close', 'content-length': 0 }).end(),
  );
  return server;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new AppError('PORT_IN_USE', { port }) : error);
    });
    server.listen(port, loopback, () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') reject(new Error('the server has no port'));
      else resolve(bound.port);
    });
  });
}
