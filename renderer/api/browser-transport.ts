import { checkSession, enterSession, type SessionPlace } from './browser-session.ts';
import type { PageTransport } from './connection.ts';
import { createSocketTransport } from './socket-transport.ts';

/** Connects this page to the browser shell that served it. A page without a session ends in the state 'gone'. */
export async function connectBrowserTransport(): Promise<PageTransport> {
  const place: SessionPlace = {
    hash: location.hash,
    dropHash: (screen) => history.replaceState(null, '', `${location.pathname}${screen === '' ? '' : `#/${screen}`}`),
    post: (body) =>
      fetch('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify(body),
      }),
  };
  const entered = await enterSession(place);
  const transport = createSocketTransport({
    open: () => new WebSocket(`ws://${location.host}/ws`),
    checkSession: () => checkSession(place),
  });
  if (entered === 'refused') transport.close();
  await firstSettled(transport);
  return transport;
}

/** Until the line stands or is given up: a page that starts should not flash its "reconnecting" sign. */
function firstSettled(transport: PageTransport): Promise<void> {
  return new Promise((resolve) => {
    transport.onState((state) => {
      if (state !== 'reconnecting') resolve();
    });
  });
}
