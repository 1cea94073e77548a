import { AppError } from '#shared/rpc/app-error.ts';
import type { ParserHost } from '../excel/read/parser-host.ts';
import type { Workbook } from '../excel/workbook.ts';
import type { FromWorker, ParseOutcome, ToWorker } from './messages.ts';

type Waiting = { readonly resolve: (workbook: Workbook) => void; readonly reject: (error: unknown) => void };

/** Worker side: a parser that asks the host thread, which alone may start a process in Electron. */
export type ParserRelay = ParserHost & { settle(id: number, outcome: ParseOutcome): void };

export function createParserRelay(post: (message: FromWorker) => void): ParserRelay {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  return {
    parse(filePath, options) {
      lastId += 1;
      const id = lastId;
      const { signal } = options;
      return new Promise<Workbook>((resolve, reject) => {
        const abort = (): void => post({ kind: 'parse-abort', id });
        const leave = (): void => signal?.removeEventListener('abort', abort);
        waiting.set(id, {
          resolve: (workbook) => {
            leave();
            resolve(workbook);
          },
          reject: (error) => {
            leave();
            reject(error);
          },
        });
        post({ kind: 'parse', id, filePath });
        if (signal?.aborted === true) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      });
    },
    settle(id, outcome) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (outcome.ok) call?.resolve(outcome.workbook);
      else call?.reject(new AppError(outcome.error.code, outcome.error.params));
    },
    close: async () => undefined,
  };
}

/** Host side: runs the parses a worker asks for. */
export type ParserService = {
  parse(id: number, filePath: string, answer: (message: ToWorker) => void): void;
  abort(id: number): void;
  /** The worker that asked is gone: nobody waits for these parses any more. */
  abortAll(): void;
};

export function createParserService(parser: ParserHost): ParserService {
  const running = new Map<number, AbortController>();
  return {
    parse(id, filePath, answer) {
      const controller = new AbortController();
      running.set(id, controller);
      const finish = (outcome: ParseOutcome): void => {
        if (running.get(id) === controller) running.delete(id);
        answer({ kind: 'parsed', id, outcome });
      };
      parser.parse(filePath, { signal: controller.signal }).then(
        (workbook) => finish({ ok: true, workbook }),
        (error: unknown) => finish({ ok: false, error: asRpcError(error) }),
      );
    },
    abort: (id) => running.get(id)?.abort(),
    abortAll() {
      for (const controller of running.values()) controller.abort();
      running.clear();
    },
  };
}

function asRpcError(error: unknown) {
  return (error instanceof AppError ? error : new AppError('INTERNAL', { id: 'parser' })).toRpc();
}
