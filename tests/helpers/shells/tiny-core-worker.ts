import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Core, CoreOptions } from '#core/core.ts';
import { serveCore } from '#core/host/serve-core.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';

/** A worker entry with a core that does what tests of the machinery need: echo, spin, die, emit. */
serveCore(createTinyCore);

function createTinyCore(options: CoreOptions): Core {
  if (options.ledgerFile?.endsWith('impossible') === true) throw new AppError('NOT_FOUND', { what: 'x' });
  let seq = 0;
  const emit = (): void => {
    seq += 1;
    options.emit({ type: 'ledger.changed', changeSetId: String(seq), tables: [], savedAt: '', seq });
  };
  const calls: Readonly<Record<string, (input: Fields) => unknown>> = {
    echo: (input) => input,
    emit: () => emit(),
    // The error surfaces outside every handler, as a bug in a timer would: it ends the thread.
    die: () =>
      setImmediate(() => {
        throw new Error('bug');
      }),
    never: () => new Promise(() => undefined),
    spin: (input) => spin(options, String(input['jobId'])),
    parse: async (input) => options.parser.parse(String(input['path']), abortAfter(input['abortAfter'])),
    uncloneable: () => () => 1,
    'jobs.cancel': () => ({ done: true }),
  };
  return {
    dispatch: async (name, input): Promise<RpcResult> => {
      try {
        const call = calls[String(name)];
        if (call === undefined) throw new AppError('UNKNOWN_CALL', { name: String(name) });
        return { ok: true, value: await call(input as Fields) };
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.toRpc() };
        throw error;
      }
    },
    registerLedgerPath: (file) => ({
      ref: 'r1',
      title: 't',
      fileName: path.basename(file),
      folder: '',
      usedAt: null,
      exists: true,
    }),
    registerUploadPath: (file) => {
      throw new AppError('NOT_FOUND', { what: file });
    },
    exportFile: (exportId) => ({ path: `/x/${exportId}`, fileName: `${exportId}.xlsx` }),
    close: async () => writeFileSync(path.join(options.dataDir, 'closed'), ''),
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Blocks the thread as a long transaction does; ends only by the cancel flag, or after 20 s. */
function spin(options: CoreOptions, jobId: string): never | string {
  writeFileSync(path.join(options.dataDir, 'spinning'), '');
  const end = Date.now() + 20_000;
  while (Date.now() < end) if (options.isCancelled?.(jobId) === true) throw new AppError('CANCELLED');
  return 'ran to its end';
}

function abortAfter(milliseconds: unknown): { signal?: AbortSignal } {
  return typeof milliseconds === 'number' ? { signal: AbortSignal.timeout(milliseconds) } : {};
}
