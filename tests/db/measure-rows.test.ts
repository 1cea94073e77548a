import { beforeEach, describe, expect, it } from 'vitest';
import type { MeasureEdit } from '#shared/contract/measures.ts';
import { removeMeasureRows } from '#db/commands/measure-removal.ts';
import { addMeasures, duplicateMeasures } from '#db/commands/measure-rows.ts';
import { checkMeasureEdits, editMeasures } from '#db/commands/measures.ts';
import type { Ledger } from '#db/open.ts';
import { listPlans } from '#db/queries/measures.ts';
import { nextUndo, undoChangeSet } from '#db/undo.ts';
import { fixtureSheet, importSheet, onlyList, printed } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger, testNow } from '#tests/helpers/temp-ledger.ts';
import { thrown } from '../helpers/thrown.ts';

const fiscalYear = 2025;
let ledger: Ledger;

const named = (label: string) => ({ command: 'test', label, actor: '山本', now: testNow() });

function planId(): string {
  return listPlans(ledger)[0]?.id ?? '';
}

function rows() {
  return onlyList(ledger).rows;
}

function measure(number: string) {
  const row = rows().find((each) => each.kind === 'measure' && each.numberRaw === number);
  if (row === undefined) throw new Error(`no measure ${number}`);
  return row;
}

function undoLast(): void {
  undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '山本', now: testNow() });
}

const add = (afterRowId: string, ...names: readonly string[]) =>
  addMeasures(ledger, { planId: planId(), afterRowId, names }, named);
const remove = (...rowIds: readonly string[]) => removeMeasureRows(ledger, { planId: planId(), rowIds }, named);
const duplicate = (...nodeIds: readonly string[]) => duplicateMeasures(ledger, { planId: planId(), nodeIds }, named);

beforeEach(async () => {
  ledger = tempLedger();
  importSheet(ledger, await fixtureSheet('山口市_実行計画実施状況一覧.xlsx'), { choices: { fiscalYear } });
});

describe('adding measures', () => {
  it('puts them behind a measure, in its section, without number and status', () => {
    const before = measure('5');
    const { value } = add(before.rowId, '新しい事業', '次の事業');
    const at = rows().findIndex((row) => row.rowId === before.rowId);
    const [first, second] = rows().slice(at + 1, at + 3);
    expect([first?.rowId, second?.rowId]).toEqual(value);
    expect(first).toMatchObject({
      kind: 'measure',
      numberRaw: '',
      name: '新しい事業',
      parentId: before.parentId,
      depth: before.depth,
      mark: { state: 'blank' },
      note: null,
    });
    expect(nextUndo(ledger)?.label).toBe('推進項目 2件を追加');
  });

  it('stays in the section of its last row', () => {
    const at = rows().findIndex((row, index) => row.kind === 'measure' && rows()[index + 1]?.kind === 'heading');
    const last = rows()[at];
    const [id] = add(last?.rowId ?? '', '最後の次').value;
    expect(rows()[at + 1]).toMatchObject({ rowId: id, parentId: last?.parentId });
    expect(rows()[at + 2]?.kind).toBe('heading');
  });

  it('puts them first below a heading, and below a 再掲 into the section the 再掲 stands in', () => {
    const heading = rows().find((row) => row.kind === 'heading' && row.depth === 1);
    const [first] = add(heading?.rowId ?? '', '先頭').value;
    const at = rows().findIndex((row) => row.rowId === heading?.rowId);
    expect(rows()[at + 1]).toMatchObject({ rowId: first, parentId: heading?.nodeId, depth: 2 });
    const repost = rows().find((row) => row.kind === 'repost');
    const [below] = add(repost?.rowId ?? '', '再掲の次').value;
    const place = rows().findIndex((row) => row.rowId === repost?.rowId);
    expect(rows()[place + 1]).toMatchObject({ rowId: below, parentId: repost?.parentId, depth: repost?.depth });
  });

  it('makes room when there is none, keeps the order, and undo brings back the list as it was', () => {
    const list = printed(ledger);
    for (let count = 0; count < 14; count += 1) add(measure('5').rowId, `事業${count}`);
    const at = rows().findIndex((row) => row.numberRaw === '5');
    expect(
      rows()
        .slice(at + 1, at + 15)
        .map(({ name }) => name),
    ).toEqual(Array.from({ length: 14 }, (_, index) => `事業${13 - index}`));
    for (let count = 0; count < 14; count += 1) undoLast();
    expect(printed(ledger)).toEqual(list);
  });

  it('gives a measure without a name a name, and refuses an unknown row', () => {
    add(measure('5').rowId, '　');
    expect(rows().some(({ name }) => name === '新しい推進項目')).toBe(true);
    expect(thrown(() => add('nowhere', '事業')).code).toBe('NOT_FOUND');
  });
});

describe('duplicating measures', () => {
  it('copies number and name, each behind itself, without status; 再掲 rows stay with the original', () => {
    const reposts = rows().filter(({ kind }) => kind === 'repost').length;
    const { value } = duplicate(measure('30').nodeId, measure('4').nodeId);
    const copies = value.map((id) => rows().findIndex((row) => row.rowId === id));
    expect(copies.map((at) => [rows()[at - 1]?.numberRaw, rows()[at]?.numberRaw, rows()[at]?.mark.state])).toEqual([
      ['30', '30', 'blank'],
      ['4', '4', 'blank'],
    ]);
    expect(rows().filter(({ kind }) => kind === 'repost')).toHaveLength(reposts);
    expect(thrown(() => duplicate(rows()[0]?.nodeId ?? '')).code).toBe('NOT_FOUND');
  });
});

describe('removing rows', () => {
  it('takes a measure with its status of every year and its 再掲 rows; undo restores all of it', () => {
    const edits = [{ nodeId: measure('30').nodeId, field: 'mark' as const, value: '△' }];
    editMeasures(ledger, { planId: planId(), fiscalYear: 2024, edits }, named);
    const count = (sql: string): number => Number(ledger.connection.prepare(sql).pluck().get());
    const all = ['plan_node', 'node_placement', 'progress_record', 'verification_note'];
    const sizes = () => all.map((table) => count(`SELECT count(*) FROM ${table}`));
    const before = sizes();
    const list = [printed(ledger, 2024), printed(ledger, 2025)];
    remove(measure('30').rowId);
    expect(rows().some(({ numberRaw }) => numberRaw === '30')).toBe(false);
    expect(sizes().slice(0, 3)).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) - 1, (before[2] ?? 0) - 2]);
    expect(nextUndo(ledger)?.label).toMatch(/^推進項目「30 .+」を削除$/);
    undoLast();
    expect(sizes()).toEqual(before);
    expect([printed(ledger, 2024), printed(ledger, 2025)]).toEqual(list);
  });

  it('leaves a shared note to the others, and takes it with the last of them', () => {
    const notes = () => Number(ledger.connection.prepare('SELECT count(*) FROM verification_note').pluck().get());
    const before = notes();
    remove(measure('5').rowId);
    expect(measure('4').note).toContain('地域づくり交付金');
    expect(notes()).toBe(before);
    remove(measure('4').rowId);
    expect(notes()).toBe(before - 1);
    undoLast();
    undoLast();
    expect(measure('5').noteSharedBy).toEqual(['4', '5']);
  });

  it('takes a 再掲 row alone and leaves its measure', () => {
    const repost = rows().find((row) => row.kind === 'repost');
    const measures = listPlans(ledger)[0]?.measures;
    remove(repost?.rowId ?? '');
    expect(rows().some((row) => row.rowId === repost?.rowId)).toBe(false);
    expect(listPlans(ledger)[0]?.measures).toBe(measures);
    expect(nextUndo(ledger)?.label).toMatch(/^再掲の行「/);
  });

  it('keeps a heading that has rows below it, and takes it together with them', () => {
    const all = rows();
    const heading = all.find((row) => row.kind === 'heading' && row.depth === 1);
    expect(thrown(() => remove(heading?.rowId ?? '')).code).toBe('HEADING_NOT_EMPTY');
    expect(rows()).toHaveLength(all.length);
    const list = printed(ledger);
    const below = all.filter((row) => row.parentId === heading?.nodeId);
    remove(heading?.rowId ?? '', ...below.map(({ rowId }) => rowId));
    expect(rows().some((row) => row.rowId === heading?.rowId)).toBe(false);
    undoLast();
    expect(printed(ledger)).toEqual(list);
  });

  it('names a heading that only 再掲 rows keep, and a row that is gone', () => {
    expect(thrown(() => remove('nowhere')).code).toBe('NOT_FOUND');
    const repost = rows().find((row) => row.kind === 'repost');
    const others = rows().filter((row) => row.parentId === repost?.parentId && row.kind === 'measure');
    const run = () => remove(repost?.parentId ?? '', ...others.map(({ rowId }) => rowId));
    expect(thrown(run).code).toBe('HEADING_NOT_EMPTY');
  });
});

describe('a paste with bad values', () => {
  const cell = (number: string, field: MeasureEdit['field'], value: string | null): MeasureEdit => ({
    nodeId: measure(number).nodeId,
    field,
    value,
  });

  it('is told beforehand: what changes, what is the same, what is refused and why', () => {
    const edits = [cell('5', 'mark', '優'), cell('5', 'disposition', '完了'), cell('6', 'mark', '×')];
    const heading: MeasureEdit = { nodeId: rows()[0]?.nodeId ?? '', field: 'note', value: '文' };
    const check = checkMeasureEdits(ledger, { planId: planId(), fiscalYear, edits: [...edits, heading] });
    expect(check).toMatchObject({ changed: 1, same: 1 });
    expect(check.refused.map(({ field, value }) => [field, value])).toEqual([
      ['mark', '優'],
      ['note', '文'],
    ]);
    expect(check.refused[0]?.message).toBe(
      '実施状況に「優」は入れられません。◎・○・△・× のどれか、または「-」か空欄にしてください。',
    );
    expect(measure('6').mark.text).toBe('○');
  });

  it('with leave writes the good ones as one change set and gives back the bad ones', () => {
    const edits = [cell('5', 'mark', '優'), cell('6', 'mark', '×'), cell('30', 'name', ' ')];
    const result = editMeasures(ledger, { planId: planId(), fiscalYear, edits, invalid: 'leave' }, named);
    expect(result.value.map(({ field, value }) => [field, value])).toEqual([
      ['mark', '優'],
      ['name', ' '],
    ]);
    expect([measure('5').mark.text, measure('6').mark.text]).toEqual(['◎', '×']);
    undoLast();
    expect(measure('6').mark.text).toBe('○');
  });

  it('with nothing but bad values writes nothing', () => {
    const edits = [cell('5', 'mark', '優')];
    const result = editMeasures(ledger, { planId: planId(), fiscalYear, edits, invalid: 'leave' }, named);
    expect([result.changeSetId, result.value.length]).toEqual([null, 1]);
  });
});
