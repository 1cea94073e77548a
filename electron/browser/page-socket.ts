import type { RawData, WebSocket } from 'ws';
import type { CoreHandle } from '#core/host/start-core-worker.ts';
import { closeCodes, pageFrame, type ShellFrame } from '#shared/rpc/socket-frames.ts';
import { createPieceJoiner, type JoinedCall } from './piece-joiner.ts';

/** A page that takes nothing while this much waits for it is cut off; it reconnects and fetches anew. */
const maxWaitingBytes = 256 * 1024 * 1024;

/** Joins one page's socket to the core: calls in, answers and events out. */
export function servePageSocket(socket: WebSocket, core: Pick<CoreHandle, 'call' | 'subscribe' | 'lastSeq'>): void {
  const joiner = createPieceJoiner();
  const send = (frame: ShellFrame): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxWaitingBytes) socket.close(closeCodes.tooSlow);
    else socket.send(JSON.stringify(frame));
  };
  const leave = core.subscribe((event) => send({ event }));
  socket.on('close', leave);
  // ws reports a frame over the limit or a broken one here and closes the socket itself.
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, isBinary) => {
    const call = isBinary ? 'bad' : readCall(joiner, data);
    if (call === 'bad') socket.close(closeCodes.badFrame);
    else if (call !== 'incomplete')
      void core.call(call.name, call.input).then((result) => send({ id: call.id, result }));
  });
  send({ hello: { seq: core.lastSeq() } });
}

function readCall(joiner: ReturnType<typeof createPieceJoiner>, data: RawData): JoinedCall | 'incomplete' | 'bad' {
  try {
    const frame = pageFrame.safeParse(JSON.parse(String(data)));
    return frame.success ? joiner.accept(frame.data) : 'bad';
  } catch {
    return 'bad';
  }
}
