import { connectBrowserTransport } from './browser-transport.ts';
import type { PageTransport } from './connection.ts';
import { createDesktopTransport, type DesktopBridge } from './desktop-transport.ts';

export type { ConnectionState, PageTransport } from './connection.ts';

declare global {
  interface Window {
    /** Present in the desktop program alone. */
    readonly kyodo?: DesktopBridge;
  }
}

/** The way from this page to the core, whichever shell shows it. */
export async function connectTransport(): Promise<PageTransport> {
  return window.kyodo === undefined ? connectBrowserTransport() : createDesktopTransport(window.kyodo);
}

/** The nonce of this page load, which styles made at run time must carry (Mantine's getStyleNonce, AG Grid's styleNonce). */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
