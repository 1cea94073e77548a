import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { createLedger } from '#db/open.ts';
import type { Core } from '#core/core.ts';
import { createCore } from '#core/create-core.ts';
import { createNodeParserHost } from '#core/excel/read/parser-host.ts';
import { defaultDataFolder } from '#core/host/default-data-folder.ts';
import { findProgramRoot, readProgramVersion } from '#core/host/program-files.ts';
import type { CliOptions } from './arguments.ts';

export type CliCore = { readonly core: Core; readonly client: Client };

export type OpenMode = 'read' | 'write' | 'write-or-create' | 'scratch-copy';

/** Runs `work` on the same core as the program's, in this process, with the ledger of --ledger open; closes it whatever happens. */
export async function withLedger<R>(
  file: string,
  input: { readonly mode: OpenMode; readonly options: CliOptions },
  work: (cli: CliCore) => Promise<R>,
): Promise<R> {
  const scratch = input.mode === 'scratch-copy' ? mkdtempSync(path.join(tmpdir(), 'kyodo-daicho-')) : null;
  const dataDir =
    scratch ??
    input.options['data-dir'] ??
    defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() });
  const core = createCore({
    dataDir,
    shell: 'in-process',
    version: readProgramVersion(findProgramRoot()),
    parser: createNodeParserHost(),
    emit: () => undefined,
  });
  const client = createClient({ call: core.dispatch, subscribe: () => () => undefined });
  try {
    if (input.options.actor !== undefined) await client.call('app.setActor', { actor: input.options.actor });
    await openFor(file, { mode: input.mode, scratch, core, client });
    return await work({ core, client });
  } finally {
    await core.close();
    if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
  }
}

type Opening = {
  readonly mode: OpenMode;
  readonly scratch: string | null;
  readonly core: Core;
  readonly client: Client;
};

async function openFor(file: string, { mode, scratch, core, client }: Opening): Promise<void> {
  const missing = !existsSync(file);
  const actor = (await client.call('app.state', {})).actor;
  const target = missing && scratch !== null ? path.join(scratch, 'dry-run.daicho') : file;
  if (missing && (mode === 'write-or-create' || scratch !== null)) createLedger(target, actor).close();
  const { ref } = core.registerLedgerPath(target);
  const state = await client.call('ledger.open', {
    ref,
    mode: mode === 'write' || mode === 'write-or-create' ? 'write' : 'read',
  });
  if (state.readOnly && mode !== 'read' && mode !== 'scratch-copy') throw new AppError('READ_ONLY');
}
