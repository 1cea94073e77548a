import { z } from 'zod';
import type { CoreEvent } from '#shared/contract/events.ts';
import type { RpcResult } from './transport.ts';

/** One message over the web socket may be this long; a longer call travels in pieces. */
export const maxFrameBytes = 1.5 * 1024 * 1024;

/** Characters of a piece: JSON text is at most 3 bytes a character once quoted again, so a frame stays under the limit. */
export const pieceCharacters = 500_000;

/** All pieces of one call together. */
export const maxCallCharacters = 64 * 1024 * 1024;

const callNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What a page sends: a call in one piece, or one piece of the JSON text of `{name, input}`. */
export const pageFrame = z.union([
  z.strictObject({ id: callNumber, name: z.string().max(200), input: z.unknown() }),
  z.strictObject({ id: callNumber, piece: z.string().max(pieceCharacters), last: z.boolean() }),
]);
export type PageFrame = z.output<typeof pageFrame>;

/** The call inside joined pieces. */
export const joinedCall = z.strictObject({ name: z.string().max(200), input: z.unknown() });

/** What the shell sends. `hello` comes first: the number of the last event, so that a page sees what it missed. */
export type ShellFrame =
  | { readonly hello: { readonly seq: number } }
  | { readonly id: number; readonly result: RpcResult }
  | { readonly event: CoreEvent };

/** Close codes of our own. */
export const closeCodes = { stopping: 1001, badFrame: 1008, tooLarge: 1009, tooSlow: 4008 } as const;

/** The frames of one call, in the order they must be sent; null when the call is too large. */
export function framesOfCall(id: number, name: string, input: unknown): readonly string[] | null {
  const text = JSON.stringify({ name, input });
  if (text.length > maxCallCharacters) return null;
  if (text.length <= pieceCharacters) return [JSON.stringify({ id, name, input })];
  const frames: string[] = [];
  for (let start = 0; start < text.length; start += pieceCharacters) {
    const last = start + pieceCharacters >= text.length;
    frames.push(JSON.stringify({ id, piece: text.slice(start, start + pieceCharacters), last }));
  }
  return frames;
}
