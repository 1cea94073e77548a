import { describe, expect, it } from 'vitest';
import { removeOrganization } from '#db/organization-rows.ts';
import { analyzeRegister, importRegister, ledgerWith, storedGroups } from '#tests/helpers/register-layouts.ts';
import { kitchen, type RegisterRow, smallRegister, storedGroupIds } from '#tests/helpers/small-registers.ts';
import { writeAs } from '#tests/helpers/temp-ledger.ts';

describe('an answer', () => {
  const asking: RegisterRow = ['A-001', 'みんなの食堂', null, '宇部市', '常盤町1-1', '0836-31-1234', '白石 次郎', null];

  it('writes the row to the group, with every change shown, and is shown with the row', () => {
    const ledger = ledgerWith(kitchen);
    const answer = { as: 'group', id: storedGroupIds(ledger)[0] ?? '' } as const;
    const { analysis, result } = importRegister(ledger, smallRegister(asking), { answers: { '2': answer } });
    const [, row] = analysis.rows;
    expect(row).toMatchObject({ action: 'change', reason: '選ばれた団体に取り込み', question: { answer } });
    expect(row?.changes.map(({ field }) => field)).toEqual(['city', 'phone', 'repName', 'address']);
    expect(result.changes).toBeGreaterThan(0);
    expect(storedGroups(ledger)).toMatchObject([{ regNo: 'A-001', city: '宇部市', phone: '0836-31-1234' }]);
    expect(analyzeRegister(ledger, smallRegister(asking)).rows[1]?.action).toBe('same');
  });

  it('adds a new group without the number that is another one’s, and says so', () => {
    const ledger = ledgerWith(kitchen);
    const { analysis } = importRegister(ledger, smallRegister(asking), { answers: { '2': { as: 'new' } } });
    expect(analysis.rows[1]).toMatchObject({ action: 'add', question: { answer: { as: 'new' } } });
    expect(analysis.rows[1]?.fixes).toContain('登録番号「A-001」は別の団体「みんなの食堂」の番号なので、入れません');
    expect(storedGroups(ledger).map(({ regNo, city }) => [regNo, city])).toEqual([
      ['A-001', '下関市'],
      [null, '宇部市'],
    ]);
    expect(analyzeRegister(ledger, smallRegister(asking)).rows[1]?.action).toBe('same');
  });

  it('leaves the row out with a reason', () => {
    const ledger = ledgerWith(kitchen);
    const { analysis, result } = importRegister(ledger, smallRegister(asking), { answers: { '2': { as: 'leave' } } });
    expect(analysis.rows[1]).toMatchObject({ action: 'skip', reason: '取り込まないことにした行' });
    expect(analysis.rows[1]?.question).toMatchObject({ answer: { as: 'leave' } });
    expect(result.changes).toBe(0);
  });

  it('is refused in words when the group is gone, or another row is written to it', () => {
    const ledger = ledgerWith(kitchen, { name: 'あおばの会', phone: '083-222-3344' });
    const [first, second] = storedGroupIds(ledger);
    const aoba: RegisterRow = [null, 'あおばの会', null, null, null, '083-222-3344', '赤井 花子', null];
    const answered = (id: string) =>
      analyzeRegister(ledger, smallRegister(aoba, asking), { answers: { '3': { as: 'group', id } } }).rows[2];
    const taken = answered(second ?? '');
    expect(taken).toMatchObject({ action: 'check', changes: [], question: { answer: null } });
    expect(taken?.reason).toMatch(/^選ばれた団体「あおばの会」には 2行目を取り込みます。/);
    writeAs(ledger, '削除', (tx) => removeOrganization(tx, first ?? ''));
    expect(answered(first ?? '')?.reason).toMatch(/^選ばれた団体は台帳にありません。/);
  });

  it('is not asked for, and not taken, where a row is sure', () => {
    const ledger = ledgerWith(kitchen);
    const sure: RegisterRow = ['A-001', 'みんなの食堂', null, '下関市', null, null, null, null];
    const [, row] = analyzeRegister(ledger, smallRegister(sure), { answers: { '2': { as: 'new' } } }).rows;
    expect(row?.action).toBe('same');
    expect(row?.question).toBeUndefined();
  });
});
