import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secretBytes = 32;

/** Proof that a page was opened by this program: a token used once, then a cookie that lives as long as this run. */
export type Session = {
  /** Goes into the fragment of the start URL, which no server, proxy or referrer ever sees. */
  readonly token: string;
  /** Takes the token once; the Set-Cookie value, or null when the token is wrong or was used. */
  exchange(token: string): string | null;
  holds(cookieHeader: string | undefined): boolean;
};

export function createSession(): Session {
  const token = newSecret();
  const secret = newSecret();
  // A name of its own for each run: cookies ignore ports, and an old run's cookie must not shadow this one's.
  const cookieName = `kyodo_${randomBytes(6).toString('hex')}`;
  let used = false;
  return {
    token,
    exchange(offered) {
      if (used || !sameSecret(offered, token)) return null;
      used = true;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    holds(cookieHeader) {
      const values = cookieValues(cookieHeader ?? '', cookieName);
      return values.length === 1 && values.every((value) => sameSecret(value, secret));
    },
  };
}

function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function sameSecret(offered: string, secret: string): boolean {
  return timingSafeEqual(digest(offered), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

function cookieValues(header: string, name: string): readonly string[] {
  return header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}
