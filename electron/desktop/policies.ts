import { appOrigin, isAppUrl } from './app-address.ts';

/** What a page may load or go to: the program's own origin (checklist rows 1 and 13). */
export function mayNavigate(url: string): boolean {
  return isAppUrl(url);
}

/** Requests of the page: own files, and images and downloads it makes itself. Nothing of the network. */
export function mayRequest(url: string): boolean {
  return isAppUrl(url) || url.startsWith('data:') || url.startsWith(`blob:${appOrigin}/`);
}

const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-read', 'clipboard-sanitized-write']);

/** Checklist row 5: the clipboard for our own page, all else (camera, place, notifications, USB …) never. */
export function mayUse(permission: string, requestingUrl: string): boolean {
  return grantedPermissions.has(permission) && isAppUrl(requestingUrl);
}

/** What of a frame decides whether main listens to it. */
export type SenderFrame = { readonly url: string; readonly parent: object | null };

/** Checklist row 17: only the main frame of our own page may call; a frame already gone is null. */
export function isTrustedSender(frame: SenderFrame | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isAppUrl(frame.url);
}
