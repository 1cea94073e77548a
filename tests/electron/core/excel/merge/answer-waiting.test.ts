import { describe, expect, it } from 'vitest';
import {
  analyzeRegister,
  importRegister,
  ledgerWith,
  storedGroups,
  textSheet,
} from '#tests/helpers/register-layouts.ts';
import { kitchen } from '#tests/helpers/small-registers.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

const head = ['登録番号', '団体名', '電話番号'];
const withdrawn = textSheet([
  head,
  ['A-2', 'みどりの会', '083-222-1111'],
  ['退会団体'],
  head,
  ['A-001', 'みんなの食堂', '083-266-1211'],
]);

describe('a row that waits because it may be no current group', () => {
  it('is offered the group of the ledger that it tells of, and is written once a person says so', () => {
    const ledger = ledgerWith(kitchen);
    const asking = analyzeRegister(ledger, withdrawn).rows.find(({ question }) => question !== undefined);
    expect(asking).toMatchObject({ action: 'check', changes: [], question: { canAdd: true, answer: null } });
    expect(asking?.question?.groups.map(({ label }) => label)).toEqual(['みんなの食堂(A-001・下関市・083-266-1211)']);

    const key = asking?.question?.key ?? '';
    const left = analyzeRegister(ledger, withdrawn, { answers: { [key]: { as: 'leave' } } });
    expect(left.rows.find(({ question }) => question !== undefined)?.action).toBe('skip');
  });

  it('is added as a new group when it is none that the ledger has', () => {
    const ledger = tempLedger();
    const [asking] = analyzeRegister(ledger, withdrawn).rows.filter(({ question }) => question !== undefined);
    const key = asking?.question?.key ?? '';
    importRegister(ledger, withdrawn, { answers: { [key]: { as: 'new' } } });
    expect(storedGroups(ledger).map(({ regNo }) => regNo)).toEqual(['A-2', 'A-001']);
  });
});

it('of two groups that ask in one row of the sheet each has an answer of its own', () => {
  const sides = textSheet([
    ['団体名', '電話番号', null, '団体名', '電話番号'],
    ['みんなの食堂', '083-111-1111', null, 'あおばの会', '083-222-2222'],
    ['みなとの会', '083-111-3333', null, 'かもめの会', '083-222-4444'],
  ]);
  const ledger = ledgerWith(
    { name: 'みんなの食堂', phone: '083-999-1111', repName: '青木', corporateNumber: null },
    { name: 'みんなの食堂', phone: '083-999-2222' },
    { name: 'あおばの会', phone: '083-999-3333' },
    { name: 'あおばの会', phone: '083-999-4444' },
  );
  const asking = analyzeRegister(ledger, sides).rows.filter(({ question }) => question !== undefined);
  expect(asking.map(({ row, question }) => [row, question?.key])).toEqual([
    [2, '2'],
    [2, '2-2'],
  ]);
  importRegister(ledger, sides, { answers: { '2-2': { as: 'new' } } });
  const phones = storedGroups(ledger).map(({ name, phone }) => `${name} ${phone}`);
  expect(phones).toContain('あおばの会 083-222-2222');
  expect(phones).not.toContain('みんなの食堂 083-111-1111');
});
