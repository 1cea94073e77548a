import { joinedCall, maxCallCharacters, type PageFrame } from '#shared/rpc/socket-frames.ts';

export type JoinedCall = { readonly id: number; readonly name: string; readonly input: unknown };

/** Puts the pieces of large calls together: 'incomplete' until the last piece, 'bad' for nonsense or too much. */
export type PieceJoiner = { accept(frame: PageFrame): JoinedCall | 'incomplete' | 'bad' };

export function createPieceJoiner(limitCharacters: number = maxCallCharacters): PieceJoiner {
  const parts = new Map<number, string[]>();
  let held = 0;
  return {
    accept(frame) {
      if ('name' in frame) return { id: frame.id, name: frame.name, input: frame.input };
      held += frame.piece.length;
      if (held > limitCharacters) return 'bad';
      const pieces = parts.get(frame.id) ?? [];
      pieces.push(frame.piece);
      parts.set(frame.id, pieces);
      if (!frame.last) return 'incomplete';
      parts.delete(frame.id);
      const text = pieces.join('');
      held -= text.length;
      return parseJoined(frame.id, text);
    },
  };
}

function parseJoined(id: number, text: string): JoinedCall | 'bad' {
  try {
    const call = joinedCall.safeParse(JSON.parse(text));
    return call.success ? { id, name: call.data.name, input: call.data.input } : 'bad';
  } catch {
    return 'bad';
  }
}
