import type { RpcResult } from '#shared/rpc/transport.ts';

type Pending = { readonly settle: (result: RpcResult) => void; readonly onSettled: () => void };

/** Calls that wait for the worker's answer. Every one of them is settled: by its answer, or by the worker's end. */
export type PendingCalls = {
  readonly size: () => number;
  add(onSettled: () => void): { readonly id: number; readonly result: Promise<RpcResult> };
  settle(id: number, result: RpcResult): void;
  settleAll(result: RpcResult): void;
};

export function createPendingCalls(): PendingCalls {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  const finish = (id: number, result: RpcResult): void => {
    const call = pending.get(id);
    if (call === undefined) return;
    pending.delete(id);
    call.onSettled();
    call.settle(result);
  };
  return {
    size: () => pending.size,
    add(onSettled) {
      lastId += 1;
      const id = lastId;
      const result = new Promise<RpcResult>((settle) => void pending.set(id, { settle, onSettled }));
      return { id, result };
    },
    settle: finish,
    settleAll(result) {
      for (const id of [...pending.keys()]) finish(id, result);
    },
  };
}
