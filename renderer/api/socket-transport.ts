import type { CoreEvent } from '#shared/contract/events.ts';
import { closeCodes, type ShellFrame } from '#shared/rpc/socket-frames.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import { type CallTable, createCallTable } from './call-table.ts';
import { createStateCell, type PageTransport, type StateCell } from './connection.ts';

/** The part of the browser's WebSocket that is used here. */
export type SocketLike = {
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'close', listener: (event: { readonly code: number }) => void): void;
};

export type SessionCheck = 'valid' | 'refused' | 'unreachable';

export type SocketTransportOptions = {
  readonly open: () => SocketLike;
  /** Asked before each reconnect: a web socket that fails does not say why. */
  readonly checkSession: () => Promise<SessionCheck>;
  /** Longest time without a connection before the program is taken to have ended. */
  readonly giveUpMs?: number;
  readonly retryMs?: number;
};

export type SocketTransport = PageTransport & { close(): void };

/** Calls and events over the loopback web socket, reconnecting by itself. */
export function createSocketTransport(options: SocketTransportOptions): SocketTransport {
  const line = new SocketLine(options);
  line.connect();
  return {
    shell: 'browser',
    call: (name, input) => line.call(name, input),
    subscribe: (listener) => line.subscribe(listener),
    state: line.state.get,
    onState: line.state.watch,
    close: () => line.close(),
  };
}

/** One page's line to the shell over all the sockets it takes. */
class SocketLine {
  readonly state: StateCell = createStateCell('reconnecting');
  readonly #options: Required<SocketTransportOptions>;
  readonly #calls: CallTable = createCallTable();
  readonly #listeners = new Set<(event: CoreEvent) => void>();
  #socket: SocketLike | null = null;
  #isGreeted = false;
  #lastSeq: number | null = null;
  #lostAt = Date.now();

  constructor(options: SocketTransportOptions) {
    this.#options = { giveUpMs: 20_000, retryMs: 300, ...options };
  }

  call(name: string, input: unknown): Promise<RpcResult> {
    const result = this.#calls.add(name, input);
    if (this.state.get() === 'gone') this.#calls.failAll();
    else this.#flush();
    return result;
  }

  subscribe(listener: (event: CoreEvent) => void): () => void {
    const own = (event: CoreEvent): void => listener(event);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  connect(): void {
    const socket = this.#options.open();
    this.#socket = socket;
    // A failure to connect is an 'error' followed by a 'close', which says all that is needed.
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket) this.#receive(JSON.parse(String(data)) as ShellFrame); // boundary: our own shell, same version
    });
    socket.addEventListener('close', ({ code }) => {
      if (this.#socket === socket) this.#lose(code);
    });
  }

  close(): void {
    const socket = this.#socket;
    this.#end();
    socket?.close();
  }

  #receive(frame: ShellFrame): void {
    if ('event' in frame) this.#emit(frame.event);
    else if ('result' in frame) this.#calls.settle(frame.id, frame.result);
    else this.#greet(frame.hello.seq);
  }

  #emit(event: CoreEvent): void {
    this.#lastSeq = event.seq;
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** The first message of a connection. Events were missed if the number moved on: then everything is fetched anew. */
  #greet(seq: number): void {
    if (this.#lastSeq !== null && seq > this.#lastSeq) this.#emit({ type: 'ledger.state', seq });
    this.#lastSeq = seq;
    this.#isGreeted = true;
    this.state.set('connected');
    this.#flush();
  }

  #flush(): void {
    const socket = this.#socket;
    if (socket !== null && this.#isGreeted) this.#calls.flush((frame) => socket.send(frame));
  }

  #lose(code: number): void {
    if (this.#isGreeted) this.#lostAt = Date.now();
    this.#socket = null;
    this.#isGreeted = false;
    this.#calls.failSent();
    if (code === closeCodes.stopping || this.state.get() === 'gone') {
      this.#end();
      return;
    }
    this.state.set('reconnecting');
    this.#retryLater();
  }

  #retryLater(): void {
    setTimeout(() => void this.#retry(), this.#options.retryMs);
  }

  async #retry(): Promise<void> {
    const check = await this.#options.checkSession();
    if (this.state.get() === 'gone') return;
    if (check === 'valid') this.connect();
    else if (check === 'refused' || Date.now() - this.#lostAt > this.#options.giveUpMs) this.#end();
    else this.#retryLater();
  }

  #end(): void {
    this.#socket = null;
    this.state.set('gone');
    this.#calls.failAll();
  }
}
