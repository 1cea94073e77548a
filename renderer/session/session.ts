import { createContext, useContext } from 'react';
import type { Client } from '#shared/rpc/client.ts';
import type { Turns } from './turns.ts';

export type Shell = 'desktop' | 'browser';

/** What every screen needs to talk to the core: the typed client, the kind of shell around the page, and whose turn it is. */
export type Session = { readonly client: Client; readonly shell: Shell; readonly turns: Turns };

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session above this component');
  return session;
}

export function useClient(): Client {
  return useSession().client;
}

export function useTurns(): Turns {
  return useSession().turns;
}
