import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './default-data-folder.ts';

export type StartArguments = {
  readonly ledgerFile: string | undefined;
  /** 0 = any free port. */
  readonly port: number;
  readonly dataDir: string;
};

/** Reads --ledger FILE, --port N, --data-dir DIR; what else stands there (flags of Electron itself) is passed over. */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: { ledger: { type: 'string' }, port: { type: 'string' }, 'data-dir': { type: 'string' } },
  });
  const { ledger, port, 'data-dir': dataDir } = values;
  return {
    ledgerFile: typeof ledger === 'string' ? resolve(ledger) : undefined,
    port: typeof port === 'string' && /^\d{1,5}$/.test(port) && Number(port) < 65_536 ? Number(port) : 0,
    dataDir:
      typeof dataDir === 'string'
        ? resolve(dataDir)
        : defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() }),
  };
}
