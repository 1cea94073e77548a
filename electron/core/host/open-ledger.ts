import path from 'node:path';
import { contract } from '#shared/contract/index.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';

/**
 * The ledger that is open for writing, read from an answer to app.state; undefined when none is, null when the answer does
 * not tell. A worker that dies is replaced by one that opens this ledger again.
 */
export function ledgerToReopen(answer: RpcResult): string | undefined | null {
  if (!answer.ok) return null;
  const state = contract['app.state'].output.safeParse(answer.value);
  if (!state.success) return null;
  const { ledger } = state.data;
  return ledger === null || ledger.readOnly ? undefined : path.join(ledger.folder, ledger.fileName);
}
