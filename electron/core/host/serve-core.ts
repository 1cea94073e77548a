import { parentPort, workerData } from 'node:worker_threads';
import { AppError, type RpcError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { Core, CoreOptions } from '../core.ts';
import { createNodeParserHost, type ParserHost } from '../excel/read/parser-host.ts';
import { type CancelReader, createCancelReader } from './cancel-flags.ts';
import type { CoreQuestion, FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { createParserRelay, type ParserRelay } from './parser-relay.ts';

type Post = (message: FromWorker) => void;
type Serving = { readonly core: Core; readonly cancel: CancelReader; readonly post: Post; readonly parser: ParserHost };

/** The worker thread's whole life: makes the core, answers the host's messages, ends when told to. */
export function serveCore(createCore: (options: CoreOptions) => Core): void {
  const port = parentPort;
  if (port === null) throw new Error('the core is served from a worker thread only');
  const start = workerData as WorkerStart; // boundary: made by start-core-worker.ts
  const post: Post = (message) => port.postMessage(message);
  const cancel = createCancelReader(start.cancelFlags);
  const relay = start.parserInHost ? createParserRelay(post) : null;
  const parser = relay ?? createNodeParserHost();
  let core: Core;
  try {
    core = createCore({
      dataDir: start.dataDir,
      shell: start.shell,
      version: start.version,
      ledgerFile: start.ledgerFile,
      parser,
      emit: (event) => post({ kind: 'event', event }),
      isCancelled: cancel.isCancelled,
    });
  } catch (error) {
    post({ kind: 'failed', error: asRpcError(error) });
    void parser.close().finally(() => port.close());
    return;
  }
  const serving: Serving = { core, cancel, post, parser };
  // boundary: the other end of the port is start-core-worker.ts
  port.on('message', (message: ToWorker) => {
    void handle(serving, relay, message).then((end) => {
      if (end) port.close();
    });
  });
  post({ kind: 'ready' });
}

/** Answers one message; true when it was the last one. */
async function handle(serving: Serving, relay: ParserRelay | null, message: ToWorker): Promise<boolean> {
  const { core, cancel, post } = serving;
  switch (message.kind) {
    case 'call': {
      if (message.job !== null) cancel.begin(message.job);
      const result = await attempt(() => core.dispatch(message.name, message.input));
      if (message.job !== null) cancel.end(message.job);
      answer(post, message.id, result);
      return false;
    }
    case 'ask':
      answer(post, message.id, await attempt(() => ask(core, message.question, message.argument)));
      return false;
    case 'parsed':
      relay?.settle(message.id, message.outcome);
      return false;
    case 'close':
      answer(post, message.id, await attempt(() => closeAll(serving)));
      return true;
  }
}

async function attempt(work: () => Promise<RpcResult>): Promise<RpcResult> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, error: asRpcError(error) };
  }
}

async function ask(core: Core, question: CoreQuestion, argument: string): Promise<RpcResult> {
  return { ok: true, value: core[question](argument) };
}

async function closeAll({ core, parser }: Serving): Promise<RpcResult> {
  try {
    await core.close();
  } finally {
    await parser.close();
  }
  return { ok: true, value: null };
}

function answer(post: Post, id: number, result: RpcResult): void {
  try {
    post({ kind: 'answer', id, result });
  } catch {
    // A value that cannot be cloned is a bug of a handler; the caller must still hear something.
    post({
      kind: 'answer',
      id,
      result: { ok: false, error: new AppError('INTERNAL', { id: 'answer-not-cloneable' }).toRpc() },
    });
  }
}

function asRpcError(error: unknown): RpcError {
  if (error instanceof AppError) return error.toRpc();
  return new AppError('INTERNAL', { id: error instanceof Error ? error.name : 'unknown' }).toRpc();
}
