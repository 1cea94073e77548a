import { connect } from 'node:net';

/** What came back for some bytes sent over a fresh TCP connection. */
export type RawAnswer = {
  /** null when the connection was closed without an answer. */
  readonly status: number | null;
  readonly head: string;
  readonly body: string;
};

/** Sends exactly these bytes and collects what comes until the connection ends (by itself, or by us after 3 s). */
export function sendRaw(port: number, bytes: string | Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const timer = setTimeout(() => socket.destroy(), 3000);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(readAnswer(Buffer.concat(chunks).toString('latin1')));
    });
  });
}

function readAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n');
  const head = end === -1 ? text : text.slice(0, end);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1];
  return { status: status === undefined ? null : Number(status), head, body: end === -1 ? '' : text.slice(end + 4) };
}

export type RawRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly version?: string;
  /** In order, as sent; a name may come twice. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string;
};

export function rawRequest({
  method = 'GET',
  path = '/',
  version = 'HTTP/1.1',
  headers,
  body = '',
}: RawRequest): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${path} ${version}\r\n${lines}\r\n${body}`;
}
