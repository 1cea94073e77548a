import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { assertWritable } from '#core/files/assert-writable.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import type { CoreHandle } from '#core/host/start-core-worker.ts';
import { type CallName, type CallOutput, contract, type ParsedInput } from '#shared/contract/index.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import type { RpcResult } from '#shared/rpc/transport.ts';
import type { Dialogs } from './dialogs.ts';
import type { WrittenFiles } from './written-files.ts';

type DesktopCallName = Extract<CallName, `desktop.${string}`>;
type DesktopHandlers = { readonly [N in DesktopCallName]: (input: ParsedInput<N>) => Promise<CallOutput<N>> };

/** The calls of the contract that need a native dialog, and so are answered by the main process itself. */
export type DesktopCalls = { find(name: string): ((input: unknown) => Promise<RpcResult>) | null };

export type DesktopCallsOptions = {
  readonly core: Pick<CoreHandle, 'registerLedgerPath' | 'registerUploadPath' | 'exportFile'>;
  readonly dialogs: Dialogs;
  readonly written: WrittenFiles;
  /** Told of every bug; returns the id the user is shown. */
  readonly reportBug: (error: unknown) => string;
};

export function createDesktopCalls(options: DesktopCallsOptions): DesktopCalls {
  const handlers = createHandlers(options);
  return {
    find: (name) => (isOwn(name, handlers) ? (input) => answer({ ...options, handlers }, name, input) : null),
  };
}

function createHandlers({ core, dialogs, written }: DesktopCallsOptions): DesktopHandlers {
  return {
    'desktop.pickLedger': async () => {
      const path = await dialogs.pickLedger();
      return path === null ? null : core.registerLedgerPath(path);
    },
    'desktop.pickImport': async () => {
      const path = await dialogs.pickImport();
      return path === null ? null : core.registerUploadPath(path);
    },
    'desktop.saveExport': async ({ exportId }) => {
      const source = await core.exportFile(exportId);
      const target = await dialogs.pickTarget(source.fileName);
      if (target === null) return { savedAs: null };
      const bytes = await readFile(source.path);
      await assertWritable(target, bytes.length);
      await writeFileAtomically(target, bytes);
      written.add(target);
      return { savedAs: basename(target) };
    },
  };
}

function isOwn(name: string, handlers: DesktopHandlers): name is DesktopCallName {
  return Object.hasOwn(handlers, name);
}

type Answering = Pick<DesktopCallsOptions, 'reportBug'> & { readonly handlers: DesktopHandlers };

async function answer({ handlers, reportBug }: Answering, name: DesktopCallName, input: unknown): Promise<RpcResult> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) return { ok: false, error: new AppError('INVALID_INPUT', { detail: name }).toRpc() };
  const handler = handlers[name] as (value: unknown) => Promise<unknown>; // boundary: parsed by this call's schema just above
  try {
    return { ok: true, value: await handler(parsed.data) };
  } catch (error) {
    const expected = error instanceof AppError ? error : new AppError('INTERNAL', { id: reportBug(error) });
    return { ok: false, error: expected.toRpc() };
  }
}
