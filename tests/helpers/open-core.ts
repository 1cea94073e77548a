import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import type { Core, CoreOptions } from '#core/core.ts';
import { createCore } from '#core/create-core.ts';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import type { CoreEvent } from '#shared/contract/events.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';

export type OpenCore = {
  readonly core: Core;
  readonly call: Client['call'];
  readonly events: readonly CoreEvent[];
  readonly close: () => Promise<void>;
};

/** The real core in this process over a data folder, closed when the test ends. */
export function openCore(dataDir: string, options: Partial<CoreOptions> = {}): OpenCore {
  const opened = startCore(dataDir, options);
  onTestFinished(opened.close);
  return opened;
}

/** The same for whoever closes it by himself. Files are parsed in this process, not in a child. */
export function startCore(dataDir: string, options: Partial<CoreOptions> = {}): OpenCore {
  const events: CoreEvent[] = [];
  const core = createCore({
    dataDir,
    shell: 'browser',
    version: '0.0.0',
    parser: { parse: async (file) => parseWorkbook(readFileSync(file)), close: async () => undefined },
    emit: (event) => events.push(event),
    ...options,
  });
  const client = createClient({ call: core.dispatch, subscribe: () => () => undefined });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= core.close();
    return closing;
  };
  return { core, call: client.call, events, close };
}

/** Imports a file of this computer; the answer of imports.apply. */
export async function importFile({ core, call }: OpenCore, file: string) {
  const { uploadId } = core.registerUploadPath(file);
  const { importId } = await call('imports.analyze', { uploadId, choices: {} });
  return call('imports.apply', { importId });
}

/** The error a call ends with; fails the test when it ends well. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
