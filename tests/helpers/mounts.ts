import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const NO_MOUNT = 'mounting needs Linux and root, so a real full disk or a held file cannot be made here';

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own with `kilobytes` of room; undefined where it cannot be mounted. Call `release` at the end. */
export function mountSmallDisk(
  kilobytes: number,
): { readonly folder: string; readonly release: () => void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (!succeeds('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])) {
    remove();
    return undefined;
  }
  const release = () => {
    succeeds('umount', [folder]);
    remove();
  };
  return { folder, release };
}

/** Mounts a folder onto itself so that nothing in it can be written, as on a write-protected stick. */
export function protectFolder(folder: string): (() => void) | undefined {
  if (!succeeds('mount', ['--bind', folder, folder])) return undefined;
  const release = () => void succeeds('umount', [folder]);
  if (succeeds('mount', ['-o', 'remount,bind,ro', folder])) return release;
  release();
  return undefined;
}

/** Mounts a file onto itself: it can be read and written, but a rename onto it fails with EBUSY, as on Windows. */
export function holdFile(file: string): (() => void) | undefined {
  return succeeds('mount', ['--bind', file, file]) ? () => void succeeds('umount', [file]) : undefined;
}
