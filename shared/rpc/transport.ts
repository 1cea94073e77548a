import type { CoreEvent } from '#shared/contract/events.ts';
import type { RpcError } from './app-error.ts';

export type RpcResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: RpcError };

/** The one narrow door between a page (or command line, or test) and the core. Values are JSON-safe. */
export type Transport = {
  call(name: string, input: unknown): Promise<RpcResult>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
};
