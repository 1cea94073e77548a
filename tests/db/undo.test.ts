import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ledger, openLedger } from '#db/open.ts';
import { insertOrganization, removeOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { tableColumns, toSnake } from '#db/table-columns.ts';
import { nextRedo, nextUndo, undoChangeSet } from '#db/undo.ts';
import { tempLedger, testNow, writeAs } from '../helpers/temp-ledger.ts';

/** All data, as one text: equal texts = equal ledgers. The number of a list row is no data: a group that comes back gets another. */
function snapshot({ connection }: Ledger): string {
  const tables = Object.keys(tableColumns).map(toSnake);
  const rows = tables.map((table) => connection.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
  const list = connection.prepare<[], { id: number }>('SELECT * FROM organization_list ORDER BY organization_id').all();
  return JSON.stringify([...rows, list.map(({ id: _id, ...row }) => row)]);
}

function undo(ledger: Ledger): boolean {
  const head = nextUndo(ledger);
  if (head !== null) undoChangeSet(ledger, head.id, { actor: '試験', now: testNow() });
  return head !== null;
}

function redo(ledger: Ledger): boolean {
  const head = nextRedo(ledger);
  if (head !== null) undoChangeSet(ledger, head.id, { actor: '試験', now: testNow() });
  return head !== null;
}

function groups(ledger: Ledger): string[] {
  return ledger.connection.prepare<[], string>('SELECT id FROM organization ORDER BY id').pluck().all();
}

type Step = {
  readonly kind: 'add' | 'edit' | 'remove' | 'undo' | 'redo' | 'restart';
  readonly pick: number;
  readonly text: string;
};

function run(ledger: Ledger, { kind, pick, text }: Step): Ledger {
  const ids = groups(ledger);
  const id = ids[pick % Math.max(ids.length, 1)];
  if (kind === 'add')
    writeAs(ledger, `追加 ${text}`, (tx) =>
      insertOrganization(tx, {
        name: `会${text}`,
        members: pick,
        fields: pick % 2 === 0 ? ['観光の振興'] : [],
        phone: pick % 3 === 0 ? '083-226-4040' : null,
      }),
    );
  else if (kind === 'undo') undo(ledger);
  else if (kind === 'redo') redo(ledger);
  else if (kind === 'restart') return restart(ledger);
  else if (id !== undefined && kind === 'edit')
    writeAs(ledger, `変更 ${text}`, (tx) =>
      writeOrganizationFields(tx, id, { note: text, members: pick, validUntil: '2027-03-31' }),
    );
  else if (id !== undefined && kind === 'remove') writeAs(ledger, `削除 ${text}`, (tx) => removeOrganization(tx, id));
  return ledger;
}

function restart(ledger: Ledger): Ledger {
  ledger.close();
  return openLedger(ledger.path, { mode: 'write', actor: '試験' });
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'add', 'edit', 'edit', 'remove', 'undo', 'redo', 'restart') as fc.Arbitrary<
    Step['kind']
  >,
  pick: fc.nat(50),
  text: fc.string({ maxLength: 4 }),
});

test('undoing everything gives the empty ledger and redoing everything the last state, across restarts', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      let ledger = tempLedger();
      const empty = snapshot(ledger);
      for (const one of steps) ledger = run(ledger, one);
      const last = snapshot(ledger);
      let undone = 0;
      while (undo(ledger)) undone += 1;
      expect(snapshot(ledger)).toBe(empty);
      ledger = restart(ledger);
      for (let index = 0; index < undone; index += 1) expect(redo(ledger)).toBe(true);
      // What had been undone before stays redoable after; the state of the last step is reached on the way.
      expect(snapshot(ledger)).toBe(last);
      ledger.close();
    }),
    { numRuns: Number(process.env['UNDO_RUNS'] ?? 60) },
  );
});

test('an older change set is undone alone when nothing touched its cells since', () => {
  const ledger = tempLedger();
  const { value: id } = writeAs(ledger, '追加', (tx) =>
    insertOrganization(tx, { name: '虹の会', note: 'a', members: 1 }),
  );
  const note = writeAs(ledger, '備考', (tx) => writeOrganizationFields(tx, id, { note: 'b' }));
  writeAs(ledger, '人数', (tx) => writeOrganizationFields(tx, id, { members: 2 }));
  undoChangeSet(ledger, String(note.changeSetId), { actor: '', now: testNow() });
  expect(ledger.connection.prepare('SELECT note, members FROM organization').get()).toEqual({ note: 'a', members: 2 });
});

test('a conflict names the later change and leaves everything as it is', () => {
  const ledger = tempLedger();
  const added = writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会', note: 'a' }));
  const first = writeAs(ledger, '備考を b に', (tx) => writeOrganizationFields(tx, added.value, { note: 'b' }));
  writeAs(ledger, '備考を c に', (tx) => writeOrganizationFields(tx, added.value, { note: 'c' }));
  const before = snapshot(ledger);
  for (const changeSetId of [first.changeSetId, added.changeSetId]) {
    const attempt = () => undoChangeSet(ledger, String(changeSetId), { actor: '', now: testNow() });
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'CONFLICT', params: expect.objectContaining({ label: '備考を c に' }) }),
    );
  }
  expect(snapshot(ledger)).toBe(before);
});

test('undoing twice is refused by name, and a new change empties the redo stack', () => {
  const ledger = tempLedger();
  const added = writeAs(ledger, '追加', (tx) => insertOrganization(tx, { name: '虹の会' }));
  undoChangeSet(ledger, String(added.changeSetId), { actor: '', now: testNow() });
  expect(() => undoChangeSet(ledger, String(added.changeSetId), { actor: '', now: testNow() })).toThrow(
    expect.objectContaining({ code: 'ALREADY_UNDONE' }),
  );
  expect(nextRedo(ledger)?.label).toBe('元に戻す: 追加');
  writeAs(ledger, '別の追加', (tx) => insertOrganization(tx, { name: '海峡の会' }));
  expect(nextRedo(ledger)).toBeNull();
  expect(nextUndo(ledger)?.label).toBe('別の追加');
});
