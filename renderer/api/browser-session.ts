import type { SessionCheck } from './socket-transport.ts';

/** The parts of the page a session needs; given, so that it can be tried without a browser. */
export type SessionPlace = {
  readonly hash: string;
  /**
   * Takes the token out of the address, so that it is neither shown, bookmarked nor kept in the page's history; `screen` ('organizations',
   * '' = ホーム) stays as the place to open.
   */
  dropHash(screen: string): void;
  post(body: { readonly token?: string }): Promise<{ readonly status: number }>;
};

/** Exchanges the start address's token for the cookie; a reloaded page or a second tab has the cookie already. */
export async function enterSession(place: SessionPlace): Promise<SessionCheck> {
  const [, token, screen = ''] = startAddress.exec(place.hash) ?? [];
  if (token === undefined) return checkSession(place);
  place.dropHash(screen);
  // A used token with a valid cookie is a page opened again from the same address; without one it is refused.
  return ask(place, { token });
}

export function checkSession(place: Pick<SessionPlace, 'post'>): Promise<SessionCheck> {
  return ask(place, {});
}

async function ask(place: Pick<SessionPlace, 'post'>, body: { readonly token?: string }): Promise<SessionCheck> {
  try {
    const { status } = await place.post(body);
    return status === 204 ? 'valid' : 'refused';
  } catch {
    return 'unreachable';
  }
}

/** #token=…, or #token=…&screen=organizations to begin with that screen. */
const startAddress = /^#token=([\w-]{20,128})(?:&screen=([a-z]{1,30}))?$/;
