import type { IncomingHttpHeaders } from 'node:http';
import { isPlainPath } from '#core/host/static-files.ts';

/** What of a request decides whether it may come in at all. */
export type RequestFacts = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Name, value, name, value … as sent; shows a header sent twice. */
  readonly rawHeaders: readonly string[];
};

/** The address this run serves, e.g. { host: '127.0.0.1:50123', origin: 'http://127.0.0.1:50123' }. */
export type Address = { readonly host: string; readonly origin: string };

/** The status a request is refused with, or null when it comes from this program's own page (or is its first load). */
export function refusal(request: RequestFacts, address: Address): number | null {
  // Host: exact. A name that resolves here (DNS rebinding) is misdirected.
  if (countOf('host', request.rawHeaders) !== 1 || request.headers.host !== address.host) return 421;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
  const { origin } = request.headers;
  if (origin !== undefined && origin !== address.origin) return 403;
  if (countOf('origin', request.rawHeaders) > 1 || countOf('cookie', request.rawHeaders) > 1) return 400;
  if (!isPlainPath(request.url)) return 400;
  return null;
}

/** Stricter rules for what changes something or carries data: the page must say where it comes from. */
export function sessionRefusal(request: RequestFacts, address: Address): number | null {
  if (request.headers.origin !== address.origin) return 403;
  if (request.headers['sec-fetch-site'] === 'none') return 403;
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) return 415;
  return null;
}

/** Rules for the upgrade to the web socket. */
export function socketRefusal(request: RequestFacts, address: Address): number | null {
  const general = refusal(request, address);
  if (general !== null) return general;
  if (request.method !== 'GET' || request.url !== '/ws') return 404;
  if (request.headers.upgrade?.toLowerCase() !== 'websocket') return 400;
  if (request.headers['sec-websocket-version'] !== '13') return 426;
  if (!/^[+/0-9A-Za-z]{22}==$/.test(request.headers['sec-websocket-key'] ?? '')) return 400;
  if (request.headers.origin !== address.origin) return 403;
  if (request.headers['sec-fetch-site'] === 'none' || hasBody(request)) return 403;
  return null;
}

export function hasBody({ headers }: Pick<RequestFacts, 'headers'>): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

function countOf(name: string, rawHeaders: readonly string[]): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length;
}
