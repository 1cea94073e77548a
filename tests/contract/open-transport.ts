import type { Transport } from '#shared/rpc/transport.ts';

/** A transport over a real core with an empty data folder, and what ends both. */
export type OpenTransport = { readonly transport: Transport; close(): Promise<void> };

export type TransportKind = { readonly name: string; open(): Promise<OpenTransport> };
