import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { fileStamp } from '#db/ledger-file.ts';

/**
 * Which ledger files are known to be whole, by the stamp they had when this program closed them. Checking every page at
 * each opening costs a second or more for 100,000 groups; a file that nobody touched since needs it no second time.
 */
export type WholeLedgers = {
  readonly stampOf: (ledgerPath: string) => string | undefined;
  /** Called after a ledger that opened soundly was closed in order. */
  readonly noteClosed: (ledgerPath: string) => void;
  readonly forget: (ledgerPath: string) => void;
};

const keep = 50;
const schema = z.array(z.tuple([z.string(), z.string()]));

export function openWholeLedgers(file: string): WholeLedgers {
  const stamps = new Map(load(file));
  const save = (): void => {
    try {
      writeFileSync(file, JSON.stringify([...stamps].slice(-keep)));
    } catch {
      // Not known to be whole: the next opening checks it.
    }
  };
  return {
    stampOf: (ledgerPath) => stamps.get(path.resolve(ledgerPath)),
    noteClosed: (ledgerPath) => {
      const key = path.resolve(ledgerPath);
      stamps.delete(key);
      stamps.set(key, fileStamp(key));
      save();
    },
    forget: (ledgerPath) => {
      if (stamps.delete(path.resolve(ledgerPath))) save();
    },
  };
}

function load(file: string): [string, string][] {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
