import type { Workbook } from '#core/excel/workbook.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { MEMORY_LIMIT_MB, TIME_LIMIT_MS } from './limits.ts';
import { type LaunchParser, nodeLauncher, type ParserChild } from './parser-child.ts';
import { isMemoryDeath, type ParseReply, type ParserLimits } from './parser-protocol.ts';
import { unpackWorkbook } from './workbook-wire.ts';

/** Parses foreign files outside this process: whatever a file does, the answer is a workbook or an AppError. */
export type ParserHost = {
  /** One file after the other. Abort ends the parser process at once and rejects with CANCELLED. */
  parse(filePath: string, options: { readonly signal?: AbortSignal }): Promise<Workbook>;
  /** Ends the parser process; a parse at work or waiting is rejected with CANCELLED. */
  close(): Promise<void>;
};

export type NodeParserOptions = {
  readonly entry?: string;
  readonly limits?: Partial<ParserLimits>;
  /** Starts the process at once, for who knows that a file is coming: it gets ready beside other work. */
  readonly startNow?: boolean;
};

export function createNodeParserHost(options: NodeParserOptions = {}): ParserHost {
  return createParserHost(nodeLauncher(options.entry), options.limits, options.startNow);
}

/** A host over any kind of child process; one process is kept warm and replaced after a kill, a crash or a large file. */
export function createParserHost(
  launch: LaunchParser,
  limits: Partial<ParserLimits> = {},
  startNow = false,
): ParserHost {
  const full = { timeMs: TIME_LIMIT_MS, memoryMb: MEMORY_LIMIT_MB, ...limits };
  const slot = new ParserSlot(launch, full);
  if (startNow) slot.warmUp();
  let queue: Promise<unknown> = Promise.resolve();
  return {
    parse(filePath, { signal }) {
      const turn = queue.then(() => slot.run(filePath, signal));
      queue = turn.catch(() => undefined);
      return abandonOnAbort(turn, signal);
    },
    async close() {
      slot.close();
      await queue;
      await slot.ended();
    },
  };
}

/** A parse that still waits for its turn is given up at once too. */
function abandonOnAbort(turn: Promise<Workbook>, signal: AbortSignal | undefined): Promise<Workbook> {
  if (signal === undefined) return turn;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(new AppError('CANCELLED'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

type Job = { readonly id: number; readonly settle: (outcome: Workbook | AppError) => void };

class ParserSlot {
  readonly #launch: LaunchParser;
  readonly #limits: ParserLimits;
  readonly #exits = new Set<Promise<void>>();
  #child: ParserChild | null = null;
  #job: Job | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(launch: LaunchParser, limits: ParserLimits) {
    this.#launch = launch;
    this.#limits = limits;
  }

  warmUp(): void {
    this.#start().keepAlive(false);
  }

  async run(filePath: string, signal: AbortSignal | undefined): Promise<Workbook> {
    if (this.#isClosed || signal?.aborted === true) throw new AppError('CANCELLED');
    this.#lastId += 1;
    const id = this.#lastId;
    const child = this.#child ?? this.#start();
    child.keepAlive(true);
    const abort = (): void => this.#abandon(new AppError('CANCELLED'));
    const seconds = Math.ceil(this.#limits.timeMs / 1000);
    const timer = setTimeout(() => this.#abandon(new AppError('PARSE_TIMEOUT', { seconds })), this.#limits.timeMs);
    signal?.addEventListener('abort', abort, { once: true });
    const outcome = await new Promise<Workbook | AppError>((settle) => {
      this.#job = { id, settle };
      child.send({ id, path: filePath });
    });
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    this.#job = null;
    this.#child?.keepAlive(false);
    if (outcome instanceof AppError) throw outcome;
    return outcome;
  }

  close(): void {
    this.#isClosed = true;
    this.#abandon(new AppError('CANCELLED'));
  }

  async ended(): Promise<void> {
    await Promise.all(this.#exits);
  }

  #start(): ParserChild {
    const child = this.#launch(this.#limits);
    this.#child = child;
    // Boundary: the other end is our own parser process.
    child.onMessage((message) => this.#receive(message as ParseReply));
    const exit = new Promise<void>((resolve) => {
      child.onExit((standardError) => {
        if (this.#child === child) this.#lose(standardError);
        resolve();
      });
    });
    this.#exits.add(exit);
    void exit.then(() => this.#exits.delete(exit));
    return child;
  }

  #receive(reply: ParseReply): void {
    if (this.#job?.id !== reply.id) return;
    this.#job.settle(reply.ok ? unpackWorkbook(reply.workbook) : new AppError(reply.code, reply.params));
    if (reply.retire) this.#drop();
  }

  /** The process ended by itself. */
  #lose(standardError: string): void {
    this.#child = null;
    const error = isMemoryDeath(standardError)
      ? new AppError('PARSE_MEMORY', { limit: this.#limits.memoryMb })
      : new AppError('PARSE_CRASHED');
    this.#job?.settle(error);
  }

  #abandon(error: AppError): void {
    this.#drop();
    this.#job?.settle(error);
  }

  /** Kills the process; the next parse starts a new one. */
  #drop(): void {
    const child = this.#child;
    this.#child = null;
    child?.keepAlive(true); // whoever waits for its end must not find the event loop empty first
    child?.kill();
  }
}
