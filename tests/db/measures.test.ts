import { beforeEach, describe, expect, it } from 'vitest';
import type { MeasureEdit } from '#shared/contract/measures.ts';
import { editMeasures } from '#db/commands/measures.ts';
import type { Ledger } from '#db/open.ts';
import { listMeasures, listPlans } from '#db/queries/measures.ts';
import { nextUndo, undoChangeSet } from '#db/undo.ts';
import { fixtureSheet, importSheet, onlyList } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger, testNow } from '#tests/helpers/temp-ledger.ts';
import { thrown } from '#tests/helpers/thrown.ts';

const fiscalYear = 2025;
let ledger: Ledger;

type Cell = readonly [number: string, field: MeasureEdit['field'], value: string | null];

function nodeIdOf(number: string): string {
  const row = onlyList(ledger).rows.find((candidate) => candidate.kind === 'measure' && candidate.numberRaw === number);
  if (row === undefined) throw new Error(`no measure ${number}`);
  return row.nodeId;
}

function rowOf(number: string) {
  return listMeasures(ledger, planId(), fiscalYear).rows.find(
    (row) => row.kind === 'measure' && row.numberRaw === number,
  );
}

function planId(): string {
  return listPlans(ledger)[0]?.id ?? '';
}

function edit(...cells: readonly Cell[]) {
  const edits = cells.map(([number, field, value]) => ({ nodeId: nodeIdOf(number), field, value }));
  return editMeasures(ledger, { planId: planId(), fiscalYear, edits }, (label) => ({
    command: 'measures.edit',
    label,
    actor: '山本',
    now: testNow(),
  }));
}

beforeEach(async () => {
  ledger = tempLedger();
  importSheet(ledger, await fixtureSheet('山口市_実行計画実施状況一覧.xlsx'), { choices: { fiscalYear } });
});

describe('editing a mark', () => {
  it.each([
    ['◎', '◎'],
    ['〇', '○'],
    ['ｘ', '×'],
    ['△', '△'],
    ['4', '×'],
    ['２', '○'],
    ['一部実施', '△'],
  ])('takes %s for %s', (typed, glyph) => {
    edit(['5', 'mark', null]);
    edit(['5', 'mark', typed]);
    expect(rowOf('5')?.mark).toEqual({ state: 'mark', text: glyph });
  });

  it("keeps '-' and blank apart", () => {
    edit(['5', 'mark', '－'], ['6', 'mark', ''], ['7', 'disposition', null]);
    expect(rowOf('5')?.mark).toEqual({ state: 'not-applicable', text: '-' });
    expect(rowOf('6')?.mark).toEqual({ state: 'blank', text: '' });
    expect(rowOf('7')?.disposition).toEqual({ state: 'blank', text: '' });
  });

  it('refuses what the plan does not have, names the choices, and writes none of the cells', () => {
    const error = thrown(() => edit(['6', 'mark', '◎'], ['5', 'mark', '優']));
    expect(error).toMatchObject({ code: 'INVALID_VALUE', params: { field: '実施状況', value: '優' } });
    expect(error.params['reason']).toContain('◎・○・△・×');
    expect(rowOf('6')?.mark.text).toBe('○');
  });

  it('is named in words, one cell with its values and several as a count', () => {
    edit(['5', 'mark', '○']);
    expect(nextUndo(ledger)?.label).toBe('「5 地域づくり活動支援交付金の創設・活用」の実施状況を ◎ → ○');
    edit(['5', 'disposition', null]);
    expect(nextUndo(ledger)?.label).toBe('「5 地域づくり活動支援交付金の創設・活用」の今後の取扱いを 完了 → 空欄');
    edit(['1', 'mark', '×'], ['2', 'mark', '×'], ['3', 'mark', '×']);
    expect(nextUndo(ledger)?.label).toBe('実施状況 3項目を変更');
  });

  it('leaves no trace when the value is the one that stands', () => {
    expect(edit(['5', 'mark', '◎']).changeSetId).toBeNull();
  });

  it('refuses a mark on a heading and an unknown row', () => {
    const heading = onlyList(ledger).rows.find((row) => row.kind === 'heading')?.nodeId ?? '';
    const on = (nodeId: string) =>
      thrown(() =>
        editMeasures(
          ledger,
          { planId: planId(), fiscalYear, edits: [{ nodeId, field: 'mark', value: '◎' }] },
          (label) => ({
            command: 'x',
            label,
            actor: '',
            now: testNow(),
          }),
        ),
      ).code;
    expect(on(heading)).toBe('INVALID_VALUE');
    expect(on('nowhere')).toBe('NOT_FOUND');
  });
});

describe('editing a note', () => {
  it('changes a shared note for all its measures, and clears it for all', () => {
    edit(['5', 'note', '統合した。']);
    expect([rowOf('4')?.note, rowOf('5')?.note]).toEqual(['統合した。', '統合した。']);
    edit(['4', 'note', '']);
    expect([rowOf('4')?.note, rowOf('5')?.note]).toEqual([null, null]);
    expect(onlyList(ledger).plan.sharedNotes).toBe(0);
  });

  it('parts a shared note when one paste gives its measures different texts', () => {
    edit(['4', 'note', '運営支援'], ['5', 'note', '活動支援']);
    expect([rowOf('4')?.note, rowOf('5')?.note]).toEqual(['運営支援', '活動支援']);
    expect(rowOf('4')?.noteSharedBy).toEqual([]);
  });

  it('makes a note where there is none, also in a year without any record', () => {
    edit(['1', 'note', null]);
    edit(['1', 'note', '新しい検証']);
    expect(rowOf('1')?.note).toBe('新しい検証');
    const edits = [{ nodeId: nodeIdOf('1'), field: 'note' as const, value: '翌年度' }];
    editMeasures(ledger, { planId: planId(), fiscalYear: 2026, edits }, (label) => ({
      command: 'x',
      label,
      actor: '',
      now: testNow(),
    }));
    expect(rowOf('1')?.note).toBe('新しい検証');
    expect(listPlans(ledger)[0]?.fiscalYears).toEqual([2026, 2025]);
  });

  it('comes back by undo, shared as it was', () => {
    edit(['4', 'note', '']);
    undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '', now: testNow() });
    expect(rowOf('5')?.noteSharedBy).toEqual(['4', '5']);
    expect(rowOf('5')?.note).toContain('地域づくり交付金');
  });
});

describe('editing names and numbers', () => {
  it('changes the measure, and the 再掲 row that refers to it shows the new name', () => {
    edit(['30', 'name', '人材データベース'], ['30', 'numberRaw', '30-1']);
    const shown = onlyList(ledger).rows.filter((row) => row.name === '人材データベース');
    expect(shown.map((row) => [row.kind, row.numberRaw])).toEqual([
      ['measure', '30-1'],
      ['repost', '30-1'],
    ]);
  });

  it('refuses an empty name', () => {
    expect(thrown(() => edit(['30', 'name', ' ']))).toMatchObject({
      code: 'INVALID_VALUE',
      params: { field: '推進項目' },
    });
  });
});

describe('the list of measures', () => {
  it('counts the measures below each heading without 再掲', () => {
    const policies = onlyList(ledger).rows.filter((row) => row.kind === 'heading' && row.depth === 0);
    expect(policies.map((row) => [row.numberRaw, row.measureCount, row.markCounts])).toEqual([
      ['I', 16, { '◎': 6, '○': 8, '△': 2 }],
      ['II', 15, { '◎': 1, '○': 11, '×': 3 }],
      ['Ⅲ', 4, { '○': 4 }],
      ['IV', 6, { '◎': 1, '○': 5 }],
      ['V', 6, { '○': 5, '×': 1 }],
    ]);
  });

  it('is NOT_FOUND for a plan that is not there', () => {
    expect(thrown(() => listMeasures(ledger, 'none')).code).toBe('NOT_FOUND');
  });
});
