import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { AppError } from '#shared/rpc/app-error.ts';
import { leaveNoJournal } from './journal.ts';

/** A ledger on its way: it has no name that anybody opens, and this ending that no list of ledgers shows. */
const unfinishedEnding = '.daicho-作成中';
const unfinishedName = /^[0-9a-f]{12}\.daicho-作成中(?:-journal)?$/;
/** Nothing takes that long to make: what is older was left by a program that was killed. */
const leftOverAfter = 60 * 60 * 1000;

/**
 * Makes a file that has its name only once it is whole: whenever the program is killed, `file` is either not there or
 * finished. `fill` writes under another name in the same folder. Errors: LEDGER_EXISTS when `file` is there by then.
 */
export function makeWholeFile(file: string, fill: (unfinished: string) => void): void {
  making(file, fill, (unfinished) => {
    if (existsSync(file)) throw new AppError('LEDGER_EXISTS', { file });
    leaveNoJournal(file);
    linkOrRename(unfinished, file);
  });
}

/** The same in place of a file without a single byte. Errors: LEDGER_EXISTS when it is no longer empty. */
export function makeInPlaceOfEmpty(file: string, fill: (unfinished: string) => void): void {
  making(file, fill, (unfinished) => {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0) throw new AppError('LEDGER_EXISTS', { file });
    leaveNoJournal(file);
    renameSync(unfinished, file);
  });
}

function making(file: string, fill: (unfinished: string) => void, publish: (unfinished: string) => void): void {
  const folder = path.dirname(file);
  removeLeftOvers(folder);
  const unfinished = path.join(folder, `${randomBytes(6).toString('hex')}${unfinishedEnding}`);
  closeSync(openSync(unfinished, 'wx')); // here the system says in its own words why nothing can be made in this folder
  try {
    fill(unfinished);
    syncToDisk(unfinished, 'r+');
    publish(unfinished);
    syncToDisk(folder, 'r');
  } finally {
    remove(unfinished);
    remove(`${unfinished}-journal`);
  }
}

/** A link fails when the name is taken, in one step; where there are no links (a stick), having looked has to do. */
function linkOrRename(unfinished: string, file: string): void {
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new AppError('LEDGER_EXISTS', { file });
    renameSync(unfinished, file);
  }
}

function removeLeftOvers(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      if (unfinishedName.test(name) && Date.now() - statSync(file).mtimeMs > leftOverAfter) remove(file);
    }
  } catch {
    // Nothing is made in a folder that cannot be read, and that is told where it is made.
  }
}

/** A folder cannot be opened on Windows, and needs no sync there. */
function syncToDisk(file: string, flags: 'r' | 'r+'): void {
  try {
    const handle = openSync(file, flags);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (flags === 'r+') throw error;
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Held by someone (a virus scanner): the next making removes it.
  }
}
