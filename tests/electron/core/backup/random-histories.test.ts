import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Backup } from '#core/backup/manifest.ts';
import { createWorld, type Happenings } from './backup-world.ts';

const happen = (what: keyof Happenings, which: fc.Arbitrary<number> = fc.constant(0)) =>
  fc.record({ what: fc.constant(what), which });
const histories = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: happen('edit') },
    { weight: 5, arbitrary: happen('backUp') },
    { weight: 1, arbitrary: happen('backUpIfChanged') },
    { weight: 1, arbitrary: happen('copyAway') },
    { weight: 2, arbitrary: happen('putBack', fc.nat()) },
    { weight: 1, arbitrary: happen('putAnotherLedger') },
    { weight: 1, arbitrary: happen('setClock', fc.nat(2_000_000_000)) },
    { weight: 1, arbitrary: happen('deleteBackup', fc.nat()) },
    { weight: 1, arbitrary: happen('damageBackup', fc.nat()) },
    { weight: 1, arbitrary: happen('makeBackupOld', fc.nat()) },
  ),
  { minLength: 25, maxLength: 45, size: 'max' },
);

function live(after: (listed: readonly Backup[]) => void) {
  return fc.property(histories, (history) => {
    const root = mkdtempSync(path.join(tmpdir(), 'kyodo-history-'));
    const { happenings, close } = createWorld(root, after);
    try {
      for (const { what, which } of history) happenings[what](which);
    } finally {
      close();
      rmSync(root, { recursive: true, force: true });
    }
  });
}

test('whatever happens, taking a backup loses no state that an intact one holds, and their number is bounded', () => {
  fc.assert(
    live(() => undefined),
    { numRuns: Number(process.env['HISTORY_RUNS'] ?? 8) },
  );
}, 600_000);

test('negative control: thinned out by the number of changes alone, the check above fails', () => {
  const byNumber = live((listed) => {
    const newestFirst = listed.toSorted((a, b) => b.changeSeq - a.changeSeq);
    for (const { path: file } of newestFirst.slice(3)) rmSync(file);
  });
  const { failed, errorInstance } = fc.check(byNumber, { numRuns: 40, seed: 7, endOnFailure: true });
  expect(failed).toBe(true);
  expect(String(errorInstance)).toMatch(/no state is lost|what was just made/);
}, 600_000);
