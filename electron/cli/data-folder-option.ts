import { homedir } from 'node:os';
import { defaultDataFolder } from '#core/host/default-data-folder.ts';
import type { CliOptions } from './arguments.ts';

/** --data-dir, else where the program keeps its data on this computer. Errors: DATA_FOLDER_UNKNOWN. */
export function dataFolderOf(options: Partial<CliOptions>): string {
  return options['data-dir'] ?? defaultDataFolder({ platform: process.platform, env: process.env, home: homedir() });
}
