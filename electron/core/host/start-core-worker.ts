import { Worker } from 'node:worker_threads';
import type { LedgerEntry } from '#shared/contract/app.ts';
import { AppError, type RpcError } from '#shared/rpc/app-error.ts';
import type { RpcResult, Transport } from '#shared/rpc/transport.ts';
import type { Shell } from '../core.ts';
import type { ParserHost } from '../excel/read/parser-host.ts';
import { type CancelFlags, createCancelFlags } from './cancel-flags.ts';
import { createEventHub, type EventHub } from './event-hub.ts';
import { findEntry } from './find-entry.ts';
import type { CoreQuestion, FromWorker, JobSlot, ToWorker, WorkerStart } from './messages.ts';
import { ledgerToReopen } from './open-ledger.ts';
import { createParserService, type ParserService } from './parser-relay.ts';
import { createPendingCalls, type PendingCalls } from './pending-calls.ts';

const maxPending = 2000;
const maxRestartsPerMinute = 5;
const defaultCloseMs = 1500;

export type CoreWorkerOptions = {
  readonly dataDir: string;
  readonly shell: Shell;
  readonly version: string;
  readonly ledgerFile?: string | undefined;
  /** Given where the worker may not start processes itself (Electron); otherwise it forks its own parser. */
  readonly parser?: ParserHost;
  /** Another entry than the real core, for tests of this machinery. */
  readonly entry?: URL;
  /** Told when the worker dies unexpectedly; only the error's name, never its text, which may hold personal data. */
  readonly onDeath?: (errorName: string) => void;
};

/** The core as the shells see it: a transport, plus what takes paths. */
export type CoreHandle = Transport & {
  /** Resolves when the core serves; rejects with the AppError that stopped it. */
  readonly ready: Promise<void>;
  readonly lastSeq: () => number;
  registerLedgerPath(path: string): Promise<LedgerEntry>;
  registerUploadPath(path: string): Promise<{ readonly uploadId: string; readonly fileName: string }>;
  exportFile(exportId: string): Promise<{ readonly path: string; readonly fileName: string }>;
  /** Cancels running jobs, closes the ledger, ends the thread; ends it anyway after the time limit (1.5 s). */
  close(limitMs?: number): Promise<void>;
};

type Host = {
  readonly options: CoreWorkerOptions;
  readonly flags: CancelFlags;
  readonly hub: EventHub;
  readonly pending: PendingCalls;
  readonly parses: ParserService | null;
  readonly settleReady: (error: RpcError | null) => void;
  /** Times of unexpected deaths, to stop a crash loop. */
  readonly deaths: number[];
  worker: Worker | null;
  /** What a worker opens at its start: the start argument at first, then what the user has open. */
  ledgerFile: string | undefined;
  /** Why no worker runs and none will. */
  stopped: RpcError | null;
};

/** Starts the core in a worker thread. A thread that dies is replaced; its pending calls get CORE_RESTARTED. */
export function startCoreWorker(options: CoreWorkerOptions): CoreHandle {
  const opening = Promise.withResolvers<void>();
  opening.promise.catch(() => undefined);
  const host: Host = {
    options,
    flags: createCancelFlags(),
    hub: createEventHub(),
    pending: createPendingCalls(),
    parses: options.parser === undefined ? null : createParserService(options.parser),
    settleReady: (error) => (error === null ? opening.resolve() : opening.reject(toAppError(error))),
    deaths: [],
    worker: null,
    ledgerFile: options.ledgerFile,
    stopped: null,
  };
  launch(host);
  return {
    ready: opening.promise,
    lastSeq: host.hub.lastSeq,
    call: (name, input) => call(host, name, input),
    subscribe: (listener) => host.hub.subscribe(listener),
    registerLedgerPath: (path) => ask<LedgerEntry>(host, 'registerLedgerPath', path),
    registerUploadPath: (path) => ask(host, 'registerUploadPath', path),
    exportFile: (exportId) => ask(host, 'exportFile', exportId),
    close: (limitMs = defaultCloseMs) => close(host, limitMs),
  };
}

function launch(host: Host): void {
  const { options } = host;
  const start: WorkerStart = {
    dataDir: options.dataDir,
    shell: options.shell,
    version: options.version,
    ledgerFile: host.ledgerFile,
    parserInHost: host.parses !== null,
    cancelFlags: host.flags.buffer,
  };
  // execArgv is emptied: flags of the host (a test runner's, say) must not reach the core.
  const worker = new Worker(options.entry ?? findEntry('worker'), { workerData: start, execArgv: [] });
  host.worker = worker;
  let ready = false;
  let errorName = '';
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') ready = true;
    receive(host, worker, message);
  });
  worker.on('error', (error) => {
    errorName = error instanceof Error ? error.name : 'Error';
  });
  worker.on('exit', () => {
    if (host.worker === worker) replaceDead(host, { ready, errorName });
  });
}

function receive(host: Host, worker: Worker, message: FromWorker): void {
  switch (message.kind) {
    case 'ready':
      host.settleReady(null);
      return;
    case 'failed':
      stop(host, message.error);
      return;
    case 'answer':
      host.pending.settle(message.id, message.result);
      return;
    case 'event':
      host.hub.publish(message.event);
      if (message.event.type === 'ledger.state') void rememberLedger(host);
      return;
    case 'parse':
      host.parses?.parse(message.id, message.filePath, (answer) => {
        if (host.worker === worker) worker.postMessage(answer);
      });
      return;
    case 'parse-abort':
      host.parses?.abort(message.id);
      return;
  }
}

async function rememberLedger(host: Host): Promise<void> {
  const file = ledgerToReopen(await call(host, 'app.state', {}));
  if (file !== null) host.ledgerFile = file;
}

function replaceDead(host: Host, death: { readonly ready: boolean; readonly errorName: string }): void {
  host.worker = null;
  host.parses?.abortAll();
  host.options.onDeath?.(death.errorName);
  const now = performance.now();
  host.deaths.push(now);
  const recent = host.deaths.filter((at) => now - at < 60_000).length;
  // A replacement that dies over the ledger is followed by one without: the user then sees the list of ledgers.
  const isOverLedger = !death.ready && recent > 1 && host.ledgerFile !== undefined;
  if (isOverLedger) host.ledgerFile = undefined;
  if ((!death.ready && !isOverLedger) || recent > maxRestartsPerMinute) {
    stop(host, new AppError('CORE_STOPPED').toRpc());
    return;
  }
  host.pending.settleAll({ ok: false, error: new AppError('CORE_RESTARTED').toRpc() });
  launch(host);
  host.hub.announceRestart();
}

function stop(host: Host, error: RpcError): void {
  host.worker = null;
  host.stopped = error;
  host.settleReady(error);
  host.pending.settleAll({ ok: false, error });
}

async function call(host: Host, name: unknown, input: unknown): Promise<RpcResult> {
  const jobId = jobIdOf(input);
  if (name === 'jobs.cancel' && jobId !== null) host.flags.cancel(jobId);
  const job = name === 'jobs.cancel' || jobId === null ? null : host.flags.take(jobId);
  return request(host, job, (id) => ({ kind: 'call', id, name, input, job }));
}

function request(host: Host, job: JobSlot | null, message: (id: number) => ToWorker): Promise<RpcResult> {
  const release = (): void => {
    if (job !== null) host.flags.release(job);
  };
  const { worker } = host;
  if (worker === null || host.pending.size() >= maxPending) {
    release();
    const error = host.stopped ?? new AppError('BUSY').toRpc();
    return Promise.resolve({ ok: false, error });
  }
  const { id, result } = host.pending.add(release);
  try {
    worker.postMessage(message(id));
  } catch {
    // DataCloneError: the input holds something that is not plain data.
    host.pending.settle(id, {
      ok: false,
      error: new AppError('INVALID_INPUT', { detail: 'not plain data' }).toRpc(),
    });
  }
  return result;
}

async function ask<T>(host: Host, question: CoreQuestion, argument: string): Promise<T> {
  const result = await request(host, null, (id) => ({ kind: 'ask', id, question, argument }));
  if (!result.ok) throw toAppError(result.error);
  return result.value as T; // boundary: serve-core.ts answers with the value of the Core function of that name
}

async function close(host: Host, limitMs: number): Promise<void> {
  const { worker } = host;
  if (worker === null) return;
  host.flags.cancelAll();
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const closed = request(host, null, (id) => ({ kind: 'close', id })).then(() => exited);
  // From here on an exit is expected: nobody restarts, further calls are told that the program ended.
  stopAccepting(host);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([closed, limit]);
  clearTimeout(timer);
  await worker.terminate();
  host.parses?.abortAll();
  stop(host, new AppError('CORE_STOPPED').toRpc());
}

function stopAccepting(host: Host): void {
  host.worker = null;
  host.stopped = new AppError('CORE_STOPPED').toRpc();
}

function jobIdOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'jobId')) return null;
  const { jobId } = input as { readonly jobId: unknown }; // boundary: own property checked above, type checked below
  return typeof jobId === 'string' && jobId.length <= 64 ? jobId : null;
}

function toAppError(error: RpcError): AppError {
  return new AppError(error.code, error.params);
}
