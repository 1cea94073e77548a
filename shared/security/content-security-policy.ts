/** Sources besides the program's own origin that a shell has to allow. */
export type ContentSecurityPolicyOptions = {
  /** One fresh random value for each page load; styles made at run time (Mantine, AG Grid) carry it. */
  readonly nonce: string;
  /** The web socket of the browser shell, e.g. ws://127.0.0.1:50123. */
  readonly connect?: string;
};

/**
 * The Content-Security-Policy header of both shells: everything is forbidden but the program's own files.
 * No 'unsafe-inline', no 'unsafe-eval', no other host (checklist rows 1 and 7).
 */
export function contentSecurityPolicy({ nonce, connect }: ContentSecurityPolicyOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    connect === undefined ? "connect-src 'self'" : `connect-src 'self' ${connect}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What index.html holds where the nonce of the load goes. */
export const noncePlaceholder = '__CSP_NONCE__';

/** Puts the nonce into the page: `<meta name="csp-nonce" content="…">`, which the screen hands to its style makers. */
export function pageWithNonce(html: string, nonce: string): string {
  if (html.includes(noncePlaceholder)) return html.replaceAll(noncePlaceholder, nonce);
  return html.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);
}
