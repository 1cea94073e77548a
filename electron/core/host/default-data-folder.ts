import { posix, win32 } from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';

export type Computer = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const name = 'kyodo-daicho';

/** Where the program keeps its ledgers when nobody says otherwise: local to this user and computer, never roaming. */
export function defaultDataFolder({ platform, env, home }: Computer): string {
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'];
    if (local !== undefined && local !== '') return win32.join(local, name);
    if (home === '') throw new AppError('DATA_FOLDER_UNKNOWN');
    return win32.join(home, 'AppData', 'Local', name);
  }
  const dataHome = env['XDG_DATA_HOME'];
  if (platform !== 'darwin' && dataHome !== undefined && posix.isAbsolute(dataHome)) return posix.join(dataHome, name);
  if (home === '') throw new AppError('DATA_FOLDER_UNKNOWN');
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', name);
  return posix.join(home, '.local', 'share', name);
}
