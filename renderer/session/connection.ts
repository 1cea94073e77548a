import { create } from 'zustand';
import type { ConnectionState } from '#renderer/api/index.ts';

/** Whether the core answers; the frame covers the screen while it does not. */
export const useConnection = create<{ readonly state: ConnectionState }>(() => ({ state: 'connected' }));

export function noteConnection(state: ConnectionState): void {
  useConnection.setState({ state });
}
