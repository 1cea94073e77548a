import { contract, isCallName } from '#shared/contract/index.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { LedgerSession } from './ledger-session.ts';

type Dispatch = (name: unknown, input: unknown) => Promise<RpcResult>;

/** Calls that take a backup of their own, or let the ledger go. */
const needFinished: ReadonlySet<string> = new Set(['imports.apply', 'ledger.backup', 'ledger.close']);

/** Holds writes back until the backup begun at opening holds the state that was opened; reading goes on meanwhile. */
export function afterBackup(dispatch: Dispatch, session: Pick<LedgerSession, 'backupAtOpen'>): Dispatch {
  return async (name, input) => {
    if (isCallName(name)) {
      const endpoint = contract[name];
      if (needFinished.has(name)) await session.backupAtOpen().finished();
      else if (endpoint.kind === 'command' && endpoint.undo === 'change-set') await session.backupAtOpen().copied();
    }
    return dispatch(name, input);
  };
}
