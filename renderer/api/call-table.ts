import { AppError, type RpcError } from '#shared/rpc/app-error.ts';
import { framesOfCall, maxCallCharacters } from '#shared/rpc/socket-frames.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';

type Call = { readonly settle: (result: RpcResult) => void; readonly frames: readonly string[]; sent: boolean };

/** The calls of one page that have no answer yet. None is ever sent twice: it might not be safe to repeat. */
export type CallTable = {
  add(name: string, input: unknown): Promise<RpcResult>;
  /** Sends what waits, in order. */
  flush(send: (frame: string) => void): void;
  settle(id: number, result: RpcResult): void;
  /** The connection broke: what was sent has an unknown outcome. */
  failSent(): void;
  failAll(): void;
};

export function createCallTable(): CallTable {
  const calls = new Map<number, Call>();
  let lastId = 0;
  const settle = (id: number, result: RpcResult): void => {
    const call = calls.get(id);
    calls.delete(id);
    call?.settle(result);
  };
  const fail = (which: (call: Call) => boolean): void => {
    const error = new AppError('CONNECTION_LOST').toRpc();
    for (const [id, call] of [...calls]) if (which(call)) settle(id, { ok: false, error });
  };
  return {
    add(name, input) {
      lastId += 1;
      const id = lastId;
      const frames = framesOrError(id, name, input);
      if (!Array.isArray(frames)) return Promise.resolve({ ok: false, error: frames as RpcError }); // boundary: a readonly array is not narrowed by isArray
      return new Promise((resolve) => void calls.set(id, { settle: resolve, frames, sent: false }));
    },
    flush(send) {
      for (const call of calls.values()) {
        if (call.sent) continue;
        call.sent = true;
        for (const frame of call.frames) send(frame);
      }
    },
    settle,
    failSent: () => fail((call) => call.sent),
    failAll: () => fail(() => true),
  };
}

function framesOrError(id: number, name: string, input: unknown): readonly string[] | RpcError {
  try {
    const limit = maxCallCharacters / (1024 * 1024);
    return framesOfCall(id, name, input) ?? new AppError('TOO_LARGE', { limit }).toRpc();
  } catch {
    // JSON.stringify: a cycle or a bigint, a mistake of the screen.
    return new AppError('INVALID_INPUT', { detail: name }).toRpc();
  }
}
