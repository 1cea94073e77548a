import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** The folders of this program on this computer. */
export type DataFolder = {
  readonly root: string;
  readonly ledgers: string;
  readonly backups: string;
  /** Temporary files of this run: uploads and exports. */
  readonly work: string;
  readonly logs: string;
  readonly settingsFile: string;
  /** Which ledgers need no check at opening: session/whole-ledgers.ts. */
  readonly wholeLedgersFile: string;
};

/** Makes the folders and wipes what runs that are over left behind. */
export function prepareDataFolder(root: string): DataFolder {
  const folder = {
    root,
    ledgers: path.join(root, 'ledgers'),
    backups: path.join(root, 'backups'),
    work: path.join(root, 'work', String(process.pid)),
    logs: path.join(root, 'logs'),
    settingsFile: path.join(root, 'settings.json'),
    wholeLedgersFile: path.join(root, 'whole-ledgers.json'),
  };
  wipeOldWork(path.join(root, 'work'));
  for (const directory of [folder.ledgers, folder.backups, folder.work, folder.logs])
    mkdirSync(directory, { recursive: true });
  return folder;
}

/** Work folders are named by process id; those of processes that are gone may hold personal data and go too. */
function wipeOldWork(parent: string): void {
  for (const name of existingEntries(parent)) {
    const pid = Number(name);
    if (pid === process.pid || !isRunning(pid)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}

function existingEntries(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
