import { rawRequest } from '#tests/helpers/shells/raw-http.ts';
import type { Site } from '#tests/helpers/shells/browser-fixture.ts';

/** What an attacker on this computer or in another tab may know: everything but secrets it has no way to read. */
export type Target = Site & { readonly cookie: string };

export type HostileCase = readonly [name: string, bytes: (target: Target) => string | Uint8Array];

type Header = readonly [string, string];

/** A GET that would be answered, with the given headers in place of or besides the right ones. */
function get(target: Target, path: string, ...extra: readonly Header[]): string {
  return rawRequest({ path, headers: [['Host', target.host], ['Cookie', target.cookie], ...extra] });
}

function withHost(host: (target: Target) => string): (target: Target) => string {
  return (target) =>
    rawRequest({
      headers: [
        ['Host', host(target)],
        ['Cookie', target.cookie],
      ],
    });
}

function method(name: string, path = '/', ...extra: readonly Header[]): (target: Target) => string {
  return (target) =>
    rawRequest({ method: name, path, headers: [['Host', target.host], ['Cookie', target.cookie], ...extra] });
}

function path(value: string): (target: Target) => string {
  return (target) => get(target, value);
}

type SessionPost = { readonly headers?: readonly Header[]; readonly body?: string; readonly origin?: string | null };

/** POST /session with the real, unused token, and one thing wrong. */
function session(change: (target: Target) => SessionPost): (target: Target) => string {
  return (target) => {
    const { headers = [['Content-Type', 'application/json']], body = JSON.stringify({ token: target.token }) } =
      change(target);
    const { origin = target.origin } = change(target);
    const sender: readonly Header[] = origin === null ? [] : [['Origin', origin]];
    const length: readonly Header[] = headers.some(([name]) => /length|encoding/i.test(name))
      ? []
      : [['Content-Length', String(Buffer.byteLength(body))]];
    return rawRequest({
      method: 'POST',
      path: '/session',
      headers: [['Host', target.host], ...sender, ...headers, ...length],
      body,
    });
  };
}

const json: Header = ['Content-Type', 'application/json'];

type Upgrade = { readonly drop?: string; readonly replace?: Header; readonly path?: string; readonly method?: string };

/** The upgrade a real page sends, with one thing wrong. */
function socket(change: (target: Target) => Upgrade): (target: Target) => string {
  return (target) => {
    const { drop, replace, path: where = '/ws', method: verb = 'GET' } = change(target);
    const headers: readonly Header[] = [
      ['Host', target.host],
      ['Origin', target.origin],
      ['Cookie', target.cookie],
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
      ['Sec-Fetch-Site', 'same-origin'],
    ];
    const kept = headers.filter(([name]) => name !== drop && name !== replace?.[0]);
    return rawRequest({ method: verb, path: where, headers: replace === undefined ? kept : [...kept, replace] });
  };
}

export const hostCases: readonly HostileCase[] = [
  ['a foreign Host (DNS rebinding)', withHost(() => 'evil.example')],
  ['a foreign Host with our port', withHost(({ port }) => `evil.example:${port}`)],
  ['Host localhost', withHost(({ port }) => `localhost:${port}`)],
  ['Host localhost.evil', withHost(({ port }) => `localhost.evil:${port}`)],
  ['Host without the port', withHost(() => '127.0.0.1')],
  ['Host with another port', withHost(({ port }) => `127.0.0.1:${port + 1}`)],
  ['Host that begins like ours', withHost(({ host }) => `${host}.evil.example`)],
  ['Host that ends like ours', withHost(({ host }) => `evil.example@${host}`)],
  ['Host [::1]', withHost(({ port }) => `[::1]:${port}`)],
  ['Host 0.0.0.0', withHost(({ port }) => `0.0.0.0:${port}`)],
  ['Host 127.1', withHost(({ port }) => `127.1:${port}`)],
  ['Host as a decimal number', withHost(({ port }) => `2130706433:${port}`)],
  ['Host with a trailing dot', withHost(({ port }) => `127.0.0.1.:${port}`)],
  ['an empty Host', withHost(() => '')],
  ['no Host', ({ cookie }) => rawRequest({ headers: [['Cookie', cookie]] })],
  ['no Host in HTTP/1.0', ({ cookie }) => rawRequest({ version: 'HTTP/1.0', headers: [['Cookie', cookie]] })],
  ['Host twice, ours first', (target) => get(target, '/', ['Host', 'evil.example'])],
  [
    'Host twice, ours last',
    ({ host }) =>
      rawRequest({
        headers: [
          ['Host', 'evil.example'],
          ['Host', host],
        ],
      }),
  ],
  ['an absolute target elsewhere', path('http://evil.example/')],
  ['an absolute target of our own', (target) => get(target, `${target.origin}/`)],
];

export const originCases: readonly HostileCase[] = [
  ['a page of another site', (target) => get(target, '/', ['Origin', 'https://evil.example'])],
  ['a page of no origin', (target) => get(target, '/assets/main-Ab12Cd34.js', ['Origin', 'null'])],
  ['our origin by https', (target) => get(target, '/', ['Origin', target.origin.replace('http:', 'https:')])],
  ['our origin by another name', (target) => get(target, '/', ['Origin', `http://localhost:${target.port}`])],
  ['our origin on another port', (target) => get(target, '/', ['Origin', `http://127.0.0.1:${target.port + 1}`])],
  ['two origins', (target) => get(target, '/', ['Origin', target.origin], ['Origin', 'https://evil.example'])],
  ['two cookies', (target) => get(target, '/', ['Cookie', 'a=b'])],
  ['a load from another site', (target) => get(target, '/', ['Sec-Fetch-Site', 'cross-site'])],
  ['a load from a sibling site', (target) => get(target, '/', ['Sec-Fetch-Site', 'same-site'])],
  [
    'a script element of another site',
    (target) => get(target, '/assets/main-Ab12Cd34.js', ['Sec-Fetch-Site', 'cross-site']),
  ],
  ['an unknown Sec-Fetch-Site', (target) => get(target, '/', ['Sec-Fetch-Site', 'friendly'])],
];

export const methodCases: readonly HostileCase[] = [
  ['POST to the page', method('POST')],
  ['PUT', method('PUT', '/index.html')],
  ['DELETE', method('DELETE', '/index.html')],
  ['PATCH', method('PATCH')],
  ['TRACE', method('TRACE')],
  ['PROPFIND', method('PROPFIND')],
  ['CONNECT', (target) => method('CONNECT', 'evil.example:443')(target)],
  ['OPTIONS *', method('OPTIONS', '*')],
  [
    'a CORS preflight from another site',
    method('OPTIONS', '/session', ['Origin', 'https://evil.example'], ['Access-Control-Request-Method', 'POST']),
  ],
  [
    'a private network preflight',
    method(
      'OPTIONS',
      '/session',
      ['Access-Control-Request-Private-Network', 'true'],
      ['Origin', 'https://evil.example'],
    ),
  ],
  ['GET with a side effect', (target) => get(target, `/session?token=${target.token}`)],
  ['GET of the session', method('GET', '/session')],
  ['a made-up method', method('GIMME')],
  ['GET with a body', (target) => `${get(target, '/', ['Content-Length', '4'])}body`],
];

export const sessionCases: readonly HostileCase[] = [
  ['the token from another site', session(() => ({ origin: 'https://evil.example' }))],
  ['the token without Origin', session(() => ({ origin: null }))],
  ['the token from a sandboxed frame', session(() => ({ origin: 'null' }))],
  ['the token typed into an address bar', session(() => ({ headers: [json, ['Sec-Fetch-Site', 'none']] }))],
  ['the token across sites', session(() => ({ headers: [json, ['Sec-Fetch-Site', 'cross-site']] }))],
  ['a wrong token', session(() => ({ body: JSON.stringify({ token: 'A'.repeat(43) }) }))],
  ['an empty token', session(() => ({ body: '{"token":""}' }))],
  ['the first half of the token', session(({ token }) => ({ body: JSON.stringify({ token: token.slice(0, 21) }) }))],
  ['the token and one character', session(({ token }) => ({ body: JSON.stringify({ token: `${token}A` }) }))],
  ['the token in a list', session(({ token }) => ({ body: JSON.stringify({ token: [token] }) }))],
  ['the token with __proto__', session(({ token }) => ({ body: `{"token":"${token}","__proto__":{"a":1},"x":1}` }))],
  ['a list', session(() => ({ body: '[]' }))],
  ['not JSON', session(({ token }) => ({ body: `token=${token}` }))],
  ['nothing', session(() => ({ body: '' }))],
  ['a form', session(() => ({ headers: [['Content-Type', 'application/x-www-form-urlencoded']] }))],
  ['plain text, which needs no preflight', session(() => ({ headers: [['Content-Type', 'text/plain']] }))],
  ['no content type', session(() => ({ headers: [] }))],
  ['multipart', session(() => ({ headers: [['Content-Type', 'multipart/form-data; boundary=x']] }))],
  ['a body of 2 KB', session(({ token }) => ({ body: JSON.stringify({ token, x: 'x'.repeat(2048) }) }))],
  ['a declared body of 100 MB', session(() => ({ headers: [json, ['Content-Length', '104857600']], body: 'x' }))],
  [
    'a chunked body without end',
    session(() => ({ headers: [json, ['Transfer-Encoding', 'chunked']], body: `fffff\r\n${'x'.repeat(0xfffff)}\r\n` })),
  ],
  ['the session of another run', session(() => ({ body: '{}', headers: [json, ['Cookie', 'kyodo_00=AAAA']] }))],
  [
    'an empty cookie of this run',
    session(({ cookie }) => ({ body: '{}', headers: [json, ['Cookie', `${cookie.split('=')[0]}=`]] })),
  ],
];

export const pathCases: readonly HostileCase[] = [
  ['/../../etc/passwd', path('/../../etc/passwd')],
  ['encoded dots', path('/%2e%2e/%2e%2e/etc/passwd')],
  ['doubly encoded dots', path('/%252e%252e/package.json')],
  ['encoded slashes', path('/assets/..%2f..%2fpackage.json')],
  ['backslashes', path('/assets\\..\\..\\package.json')],
  ['encoded backslashes', path('/..%5c..%5cpackage.json')],
  ['overlong UTF-8', path('/%c0%ae%c0%ae/package.json')],
  ['a second slash', path('//etc/passwd')],
  ['a network path', path('/\\\\server\\share')],
  ['a drive', path('/C:/Windows/win.ini')],
  ['an alternate stream', path('/index.html::$DATA')],
  ['a NUL', path('/index.html%00.js')],
  ['a query', path('/?t=1')],
  ['a file beside the screen', path('/main/browser.js')],
  ['a hidden file', path('/.env')],
  ['a folder', path('/assets/')],
  ['a prototype name', path('/__proto__')],
  ['a path of 9 KB', path(`/${'a'.repeat(9000)}`)],
  ['the socket without an upgrade', path('/ws')],
];

export const protocolCases: readonly HostileCase[] = [
  ['16 KB of headers', (target) => get(target, '/', ['X-Padding', 'x'.repeat(16_384)])],
  ['two lengths', (target) => get(target, '/', ['Content-Length', '0'], ['Content-Length', '5'])],
  [
    'length and chunks (smuggling)',
    (target) => get(target, '/', ['Content-Length', '5'], ['Transfer-Encoding', 'chunked']),
  ],
  ['a folded header', ({ host }) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: b\r\n\tc: d\r\nBad\r\n\r\n`],
  ['a NUL in a header', (target) => get(target, '/', ['X-A', 'a\0b'])],
  ['a bare line', () => 'GET /\r\n\r\n'],
  ['the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a TLS hello', () => Uint8Array.from([0x16, 3, 1, 0, 0xff, 1, 0, 0, 0xfb, 3, 3, 0, 0, 0])],
  ['random bytes', () => Uint8Array.from({ length: 512 }, (_, index) => (index * 151 + 7) % 256)],
  ['Expect: 100-continue', session(() => ({ headers: [json, ['Expect', '100-continue']] }))],
  ['Expect: something', (target) => get(target, '/', ['Expect', 'something'])],
  ['headers that never end (slowloris)', ({ host }) => `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `],
  ['a body that never comes', session(() => ({ headers: [json, ['Content-Length', '100']], body: '{' }))],
];

export const socketCases: readonly HostileCase[] = [
  ['without Origin', socket(() => ({ drop: 'Origin' }))],
  ['from another site', socket(() => ({ replace: ['Origin', 'https://evil.example'] }))],
  ['from a sandboxed frame', socket(() => ({ replace: ['Origin', 'null'] }))],
  ['from another port', socket(({ port }) => ({ replace: ['Origin', `http://127.0.0.1:${port + 1}`] }))],
  ['without a cookie', socket(() => ({ drop: 'Cookie' }))],
  [
    'with a wrong cookie',
    socket(({ cookie }) => ({ replace: ['Cookie', `${cookie.split('=')[0]}=${'A'.repeat(43)}`] })),
  ],
  ['with a cut cookie', socket(({ cookie }) => ({ replace: ['Cookie', cookie.slice(0, -1)] }))],
  ['with the cookie twice', socket(({ cookie }) => ({ replace: ['Cookie', `${cookie}; ${cookie}`] }))],
  [
    'with the token for a cookie',
    socket(({ cookie, token }) => ({ replace: ['Cookie', `${cookie.split('=')[0]}=${token}`] })),
  ],
  ['by a foreign Host', socket(() => ({ replace: ['Host', 'evil.example'] }))],
  ['across sites', socket(() => ({ replace: ['Sec-Fetch-Site', 'cross-site'] }))],
  ['on the page', socket(() => ({ path: '/' }))],
  ['with a query', socket(({ token }) => ({ path: `/ws?token=${token}`, drop: 'Cookie' }))],
  ['by POST', socket(() => ({ method: 'POST' }))],
  ['of an old version', socket(() => ({ replace: ['Sec-WebSocket-Version', '8'] }))],
  ['with a bad key', socket(() => ({ replace: ['Sec-WebSocket-Key', 'short'] }))],
  ['to another protocol', socket(() => ({ replace: ['Upgrade', 'h2c'] }))],
];
