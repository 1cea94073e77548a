import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { type Client, createClient } from '#shared/rpc/client.ts';
import { backupInto } from '#db/backup.ts';
import { createLedger, openLedger } from '#db/open.ts';
import type { Core } from '#core/core.ts';
import { createCore } from '#core/create-core.ts';
import { prepareDataFolder } from '#core/data-folder.ts';
import { createNodeParserHost, type ParserHost } from '#core/excel/read/parser-host.ts';
import { findProgramRoot, readProgramVersion } from '#core/host/program-files.ts';
import type { CliOptions } from './arguments.ts';
import { dataFolderOf } from './data-folder-option.ts';

export type CliCore = { readonly core: Core; readonly client: Client };

/** scratch-copy: everything may be written, into a copy that is thrown away. */
export type OpenMode = 'read' | 'write' | 'write-or-create' | 'scratch-copy';

type Input = { readonly mode: OpenMode; readonly options: CliOptions; readonly parser?: ParserHost };
type Work<R> = (cli: CliCore) => Promise<R>;

/** Runs `work` on the same core as the program's, in this process, with the ledger open; closes it whatever happens. */
export async function withLedger<R>(file: string, { mode, options, ...rest }: Input, work: Work<R>): Promise<R> {
  const dataDir = dataFolderOf(options);
  if (mode !== 'scratch-copy') return withCore({ file, mode, options, dataDir, ...rest }, work);
  // Under the program's own work folder: what a killed run leaves there, the next start of the program removes.
  const { work: scratch } = prepareDataFolder(dataDir);
  try {
    const copy = path.join(scratch, 'copy', path.basename(file));
    copyLedger(file, copy);
    return await withCore({ file: copy, mode: 'write-or-create', options, dataDir: scratch, ...rest }, work);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function copyLedger(file: string, copy: string): void {
  mkdirSync(path.dirname(copy), { recursive: true });
  if (!existsSync(file)) return;
  const ledger = openLedger(file, { mode: 'read', actor: '' });
  try {
    backupInto(ledger, copy);
  } finally {
    ledger.close();
  }
}

type Opening = Input & { readonly file: string; readonly dataDir: string };

async function withCore<R>({ file, mode, options, dataDir, parser }: Opening, work: Work<R>): Promise<R> {
  const core = createCore({
    dataDir,
    shell: 'in-process',
    version: readProgramVersion(findProgramRoot()),
    actor: options.actor,
    parser: parser ?? createNodeParserHost(),
    emit: () => undefined,
  });
  const client = createClient({ call: core.dispatch, subscribe: () => () => undefined });
  try {
    if (mode === 'write-or-create' && !existsSync(file)) createLedger(file, options.actor ?? '').close();
    const { ref } = core.registerLedgerPath(file);
    const state = await client.call('ledger.open', { ref, mode: mode === 'read' ? 'read' : 'write' });
    if (state.readOnly && mode !== 'read') throw new AppError('READ_ONLY');
    return await work({ core, client });
  } finally {
    await core.close();
  }
}
