import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { diskReason } from './files/disk-reason.ts';

/** The folders of this program on this computer. */
export type DataFolder = {
  readonly root: string;
  readonly ledgers: string;
  readonly backups: string;
  /** Temporary files of this run: uploads and exports. */
  readonly work: string;
  readonly logs: string;
  readonly settingsFile: string;
  /** The list of postal codes the user brought: postal/postal-codes.ts. */
  readonly postalFile: string;
  /** Which ledgers need no check at opening: session/whole-ledgers.ts. */
  readonly wholeLedgersFile: string;
};

/** Makes the folders and wipes what runs that are over left behind. Errors: DATA_FOLDER_UNWRITABLE. */
export function prepareDataFolder(given: string): DataFolder {
  const root = path.resolve(given);
  const folder = {
    root,
    ledgers: path.join(root, 'ledgers'),
    backups: path.join(root, 'backups'),
    work: path.join(root, 'work', String(process.pid)),
    logs: path.join(root, 'logs'),
    settingsFile: path.join(root, 'settings.json'),
    postalFile: path.join(root, 'postal-codes.txt.gz'),
    wholeLedgersFile: path.join(root, 'whole-ledgers.json'),
  };
  try {
    wipeOldWork(path.join(root, 'work'));
    for (const directory of [folder.ledgers, folder.backups, folder.work, folder.logs])
      mkdirSync(directory, { recursive: true });
    return folder;
  } catch (error) {
    throw new AppError('DATA_FOLDER_UNWRITABLE', { folder: root, reason: diskReason(error) }, { cause: error });
  }
}

/** Temporary files hold personal data: they go when the program ends, and at the next start at the latest. */
export function removeWork({ work }: DataFolder): void {
  try {
    rmSync(work, { recursive: true, force: true });
  } catch {
    // Something still holds a file (a virus scanner): the next start removes it.
  }
}

/** Work folders are named by process id; those of processes that are gone may hold personal data and go too. */
function wipeOldWork(parent: string): void {
  for (const name of existingEntries(parent)) {
    const pid = Number(name);
    if (pid !== process.pid && isRunning(pid)) continue;
    try {
      rmSync(path.join(parent, name), { recursive: true, force: true });
    } catch {
      // Held by someone; one more start and it goes.
    }
  }
}

function existingEntries(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
