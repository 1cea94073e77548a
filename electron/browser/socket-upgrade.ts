import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { CoreHandle } from '#core/host/start-core-worker.ts';
import { closeCodes, maxFrameBytes } from '#shared/rpc/socket-frames.ts';
import { servePageSocket } from './page-socket.ts';
import { type Address, socketRefusal } from './request-guard.ts';
import { factsOf } from './request-handler.ts';
import type { Session } from './session.ts';

const maxPages = 16;

type Serving = { readonly address: () => Address; readonly session: Session; readonly core: CoreHandle };

export type PageSockets = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every page that the program stops, then cuts the connections. */
  close(): void;
};

export function createPageSockets({ address, session, core }: Serving): PageSockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false });
  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const refused = socketRefusal(factsOf(request), address());
      if (refused !== null) return refuseUpgrade(socket, refused);
      if (!session.holds(request.headers.cookie)) return refuseUpgrade(socket, 403);
      if (server.clients.size >= maxPages) return refuseUpgrade(socket, 429);
      server.handleUpgrade(request, socket, head, (page) => servePageSocket(page, core));
    },
    close() {
      for (const page of server.clients) {
        page.close(closeCodes.stopping);
        setTimeout(() => page.terminate(), 200).unref();
      }
      server.close();
    },
  };
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
