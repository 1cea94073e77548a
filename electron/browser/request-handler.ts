import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { z } from 'zod';
import { findStaticFile, type StaticFile, type StaticFiles } from '#core/host/static-files.ts';
import { contentSecurityPolicy, pageWithNonce } from '#shared/security/content-security-policy.ts';
import { readBody } from './read-body.ts';
import { type Address, hasBody, type RequestFacts, refusal, sessionRefusal } from './request-guard.ts';
import type { Session } from './session.ts';

const sessionBodyLimit = 1024;

/** With a token: the first load. Without: does this page's cookie still hold? */
const sessionBody = z.strictObject({ token: z.string().min(1).max(128).optional() });

type Serving = {
  readonly address: () => Address;
  readonly session: Session;
  readonly files: StaticFiles;
};

const everyAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Serves the static screen and the session exchange. Data goes over the web socket only. */
export function createRequestHandler(serving: Serving): RequestListener {
  return (request, response) => {
    answerRequest(serving, request, response).catch(() => refuse(response, 400));
  };
}

async function answerRequest(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = serving.address();
  const facts = factsOf(request);
  const refused = refusal(facts, address);
  if (refused !== null) return refuse(response, refused);
  if (facts.url === '/session') return exchange(serving, request, response);
  if (facts.method !== 'GET' && facts.method !== 'HEAD') return refuse(response, 405);
  if (hasBody(facts)) return refuse(response, 400);
  const file = findStaticFile(serving.files, facts.url);
  if (file === null) return refuse(response, 404);
  if (file.contentType.startsWith('text/html')) sendPage(response, file, address);
  else sendAsset(response, file);
}

async function exchange(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const facts = factsOf(request);
  if (facts.method !== 'POST') return refuse(response, 405);
  const refused = sessionRefusal(facts, serving.address());
  if (refused !== null) return refuse(response, refused);
  const text = await readBody(request, sessionBodyLimit);
  if (text === null) return refuse(response, 413);
  const body = parseBody(text);
  if (body === null) return refuse(response, 400);
  const cookie = body.token === undefined ? null : serving.session.exchange(body.token);
  if (cookie === null && !serving.session.holds(request.headers.cookie)) return refuse(response, 403);
  const headers = { ...everyAnswer, 'cache-control': 'no-store' };
  response.writeHead(204, cookie === null ? headers : { ...headers, 'set-cookie': cookie }).end();
}

function parseBody(text: string): z.output<typeof sessionBody> | null {
  try {
    return sessionBody.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function sendPage(response: ServerResponse, file: StaticFile, address: Address): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({ nonce, connect: `ws://${address.host}` });
  response
    .writeHead(200, {
      ...everyAnswer,
      'content-type': file.contentType,
      'cache-control': 'no-store',
      'content-security-policy': policy,
    })
    .end(pageWithNonce(file.body.toString('utf8'), nonce));
}

function sendAsset(response: ServerResponse, file: StaticFile): void {
  const cache = file.immutable ? 'private, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { ...everyAnswer, 'content-type': file.contentType, 'cache-control': cache }).end(file.body);
}

/** Nothing but the status: a refused request learns nothing, not even by a body. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, { ...everyAnswer, 'cache-control': 'no-store', 'content-length': 0, connection: 'close' })
    .end();
}

export function factsOf(request: IncomingMessage): RequestFacts {
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    rawHeaders: request.rawHeaders,
  };
}
