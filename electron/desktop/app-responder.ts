import { randomBytes } from 'node:crypto';
import { findStaticFile, type StaticFiles } from '#core/host/static-files.ts';
import { contentSecurityPolicy, pageWithNonce } from '#shared/security/content-security-policy.ts';
import { isAppUrl } from './app-address.ts';

/** Answers app:// requests from the built screen, which was read once; no path reaches the file system. */
export function createAppResponder(files: StaticFiles): (request: Pick<Request, 'url' | 'method'>) => Response {
  return ({ url, method }) => {
    const path = method === 'GET' && isAppUrl(url) ? pathOf(url) : null;
    const file = path === null ? null : findStaticFile(files, path);
    if (file === null) return new Response(null, { status: 404 });
    const headers = {
      'content-type': file.contentType,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    };
    if (!file.contentType.startsWith('text/html')) return new Response(new Uint8Array(file.body), { headers });
    const nonce = randomBytes(16).toString('base64');
    const policy = contentSecurityPolicy({ nonce });
    return new Response(pageWithNonce(file.body.toString('utf8'), nonce), {
      headers: { ...headers, 'content-security-policy': policy },
    });
  };
}

/** The path as it was asked for, without query and fragment. Nothing is decoded: a '%' is never part of our names. */
function pathOf(url: string): string {
  return URL.parse(url)?.pathname ?? '';
}
