import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { createBackupFolder } from '#core/backup/backup-folder.ts';
import { type Backup, headOf, isIntact, manifestName } from '#core/backup/manifest.ts';
import { headsInCopy } from '#db/copy.ts';
import { type LogHead, logHead } from '#db/log-head.ts';
import { createLedger, type Ledger, openLedger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { writeAs } from '#tests/helpers/temp-ledger.ts';

const limits = { always: 2, atMost: 5, bytes: 2 ** 40 };

/** One ledger with its backups. What can happen to them; `which` picks one of several. `after` follows each backup taken. */
export function createWorld(root: string, after: (listed: readonly Backup[]) => void) {
  const file = path.join(root, '台帳.daicho');
  const backups = createBackupFolder(path.join(root, 'backups'), limits);
  const copies: string[] = [];
  const states: LogHead[] = [];
  let clock = Date.UTC(2026, 3, 1);
  let ledger: Ledger = createLedger(file, '');
  const list = (): Backup[] => backups.list(file);
  const exchange = (bring: () => void): void => {
    ledger.close();
    bring();
    ledger = openLedger(file, { mode: 'write', actor: '' });
  };
  const backUp = (take: (now: Date) => Backup | null): void => {
    const before = heldIn(list(), states);
    clock += 1000;
    const made = take(new Date(clock));
    after(list());
    if (made !== null) states.push(logHead(ledger));
    expect(heldIn(list(), states), 'no state is lost').toEqual(expect.arrayContaining(before));
    if (made !== null) expect(list()[0]?.path, 'what was just made is there, and first').toBe(made.path);
    expect(list().length, 'bounded').toBeLessThanOrEqual(limits.atMost + neededAnyway(list()));
  };
  const happenings = {
    edit: () => void writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会' })),
    backUp: () => backUp((now) => backups.take(ledger, now)),
    backUpIfChanged: () =>
      backUp((now) => {
        const head = logHead(ledger);
        const isHeld = list().some((backup) => isIntact(backup) && headOf(backup)?.hash === head.hash);
        const made = backups.takeIfChanged(ledger, now);
        expect(made !== null, 'taken unless held').toBe(!isHeld && head.changeSeq > 0);
        return made;
      }),
    copyAway: () =>
      exchange(() => {
        copies.push(path.join(root, `写し${copies.length}.daicho`));
        copyFileSync(file, copies.at(-1) ?? '');
      }),
    putBack: (which) => pick(copies, which, (copy) => exchange(() => copyFileSync(copy, file))),
    putAnotherLedger: () =>
      exchange(() => {
        rmSync(file);
        createLedger(file, '').close();
      }),
    setClock: (which) => {
      clock = which * 1000;
    },
    deleteBackup: (which) => pick(list(), which, ({ path: backup }) => rmSync(backup)),
    damageBackup: (which) => pick(list(), which, damage),
    makeBackupOld: (which) => pick(list(), which, makeOld),
  } satisfies Record<string, (which: number) => void>;
  return { happenings, close: () => ledger.close() };
}

export type Happenings = ReturnType<typeof createWorld>['happenings'];

function pick<T>(from: readonly T[], which: number, work: (one: T) => void): void {
  const one = from[which % Math.max(1, from.length)];
  if (one !== undefined) work(one);
}

/** Those of the states that some intact backup is, or came out of. */
function heldIn(listed: readonly Backup[], states: readonly LogHead[]): LogHead[] {
  const held = new Set(listed.filter(isIntact).flatMap((backup) => headsInCopy(backup.path, states)));
  return states.filter((state) => held.has(state));
}

/** How many have to stay whatever the limits: the newest of each branch, and what cannot be relied upon. */
function neededAnyway(listed: readonly Backup[]): number {
  const intact = listed.filter(isIntact);
  const heads = intact.flatMap((backup) => headOf(backup) ?? []);
  const hasNewer = (head: LogHead): boolean =>
    intact.some((other) => headOf(other)?.hash !== head.hash && headsInCopy(other.path, [head]).length > 0);
  const branches = new Set(heads.filter((head) => !hasNewer(head)).map(({ hash }) => hash));
  return branches.size + listed.length - intact.length;
}

/** Other bytes in a value, such as no check of SQLite notices. */
function damage({ path: file }: Backup): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('会');
  bytes.write('X', at < 0 ? bytes.length - 1 : at);
  writeFileSync(file, bytes);
}

/** As earlier versions wrote it: no hash, no number, no stamp. */
function makeOld({ path: file, takenAt, bytes, sha256, changeSeq }: Backup): void {
  writeFileSync(manifestName(file), JSON.stringify({ takenAt, bytes, sha256, changeSeq }));
}
