import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createLedger, type Ledger } from '#db/open.ts';
import { type WriteTx, write } from '#db/write-tx.ts';

/** A folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new ledger file on disk, closed when the test ends. */
export function tempLedger(name = '試験.daicho'): Ledger {
  const ledger = createLedger(path.join(tempFolder(), name), '試験');
  onTestFinished(() => ledger.close());
  return ledger;
}

let clock = Date.UTC(2026, 3, 1);

/** Writes as a test user; each call is one second later than the one before. */
export function writeAs<R>(ledger: Ledger, label: string, work: (tx: WriteTx) => R) {
  clock += 1000;
  return write(ledger, { command: 'test', label, actor: '試験', now: new Date(clock) }, work);
}

export function testNow(): Date {
  clock += 1000;
  return new Date(clock);
}

/** A ledger for one of the many runs of a property: closed and removed before the next one. */
export function withLedger<R>(work: (ledger: Ledger) => R): R {
  const folder = mkdtempSync(path.join(tmpdir(), 'kyodo-test-'));
  const ledger = createLedger(path.join(folder, '試験.daicho'), '試験');
  try {
    return work(ledger);
  } finally {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
