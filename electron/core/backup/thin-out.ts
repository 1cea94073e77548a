import { rmSync } from 'node:fs';
import { headsInCopy } from '#db/copy.ts';
import type { LogHead } from '#db/log-head.ts';
import { readBackups } from './backup-files.ts';
import { type Backup, headOf, isKnownIntact, manifestName } from './manifest.ts';

/** How many backups stay in any case, and up to which number and size more of them do. */
export type Limits = { readonly always: number; readonly atMost: number; readonly bytes: number };

export const usualLimits: Limits = { always: 5, atMost: 60, bytes: 2 * 1024 ** 3 };

type Candidate = LogHead & { readonly backup: Backup };

/**
 * Removes old backups beyond the limits. One goes only when another that stays, and is intact, came out of its state: that
 * one's log leads back to it. So the newest of every branch stays, whatever the numbers: after an older copy of the ledger
 * was put back, the last backup before that is the only one with what was written since.
 */
export function thinOut(folder: string, limits = usualLimits): void {
  const backups = readBackups(folder);
  const isWithin = withinLimits(backups, limits);
  let candidates = backups
    .filter((backup) => !isWithin(backup))
    .flatMap(withHead)
    .sort((a, b) => b.changeSeq - a.changeSeq); // what came out of another has the higher number
  const keepers = [...backups.filter(isWithin), ...candidates.map(({ backup }) => backup)];
  const removed = new Set<Backup>();
  for (const keeper of keepers) {
    if (removed.has(keeper)) continue;
    for (const { backup } of coveredBy(keeper, candidates)) {
      remove(backup);
      removed.add(backup);
    }
    candidates = candidates.filter(({ backup }) => !removed.has(backup));
    if (candidates.length === 0) return;
  }
}

/** Nothing for one that cannot be read: nobody knows what would be lost with it. */
function withHead(backup: Backup): Candidate[] {
  const head = headOf(backup);
  return head === null ? [] : [{ ...head, backup }];
}

/** What `keeper` came out of; nothing when it is not intact, which is looked at only when it matters. */
function coveredBy(keeper: Backup, candidates: readonly Candidate[]): readonly Candidate[] {
  const older = candidates.filter(({ backup, changeSeq }) => backup !== keeper && changeSeq <= keeper.changeSeq);
  const covered = older.length === 0 ? [] : headsInCopy(keeper.path, older);
  return covered.length > 0 && isKnownIntact(keeper) ? covered : [];
}

function withinLimits(backups: readonly Backup[], { always, atMost, bytes }: Limits): (backup: Backup) => boolean {
  let sum = 0;
  const within = new Set(
    backups.filter((backup, index) => {
      sum += backup.bytes;
      return index < always || (index < atMost && sum <= bytes);
    }),
  );
  return (backup) => within.has(backup);
}

/** The copy first: a manifest that is left alone lists nothing, a copy that is left alone would stay for ever. */
function remove(backup: Backup): void {
  try {
    rmSync(backup.path, { force: true });
    rmSync(manifestName(backup.path), { force: true });
  } catch {
    // Somebody looks into it just now (on Windows it cannot be removed then): the next time.
  }
}
