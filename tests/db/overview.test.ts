import { beforeEach, describe, expect, it } from 'vitest';
import { editMeasures } from '#db/commands/measures.ts';
import type { Ledger } from '#db/open.ts';
import { insertOrganization } from '#db/organization-rows.ts';
import { listPlans } from '#db/queries/measures.ts';
import { readOverview } from '#db/queries/overview.ts';
import { searchLedger } from '#db/queries/overview-search.ts';
import { nextUndo, undoChangeSet } from '#db/undo.ts';
import { write } from '#db/write-tx.ts';
import { fixtureSheet, importSheet, onlyList } from '#tests/helpers/status-list-sheets.ts';
import { tempLedger, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

const today = '2026-07-01';
const now = new Date('2026-07-01T03:00:00Z');
let ledger: Ledger;

type Group = Parameters<typeof insertOrganization>[1];

function addGroups(...groups: readonly Group[]): void {
  writeAs(ledger, '団体を追加', (tx) => {
    for (const group of groups) insertOrganization(tx, group);
  });
}

const overview = () => readOverview(ledger, { today, now });
const search = (text: string, limit = 10) => searchLedger(ledger, text, limit).map(({ title }) => title);

beforeEach(() => {
  ledger = tempLedger();
});

describe('the overview of the groups', () => {
  it('of an empty ledger is all zero, without a plan', () => {
    expect(overview()).toEqual({
      plan: null,
      groups: { total: 0, byType: [], byCity: [], expired: 0, expiringSoon: 0, withoutValidUntil: 0 },
      importWarnings: [],
    });
  });

  it('counts types and cities, the most frequent first, and blanks as blanks', () => {
    addGroups(
      { name: '一', orgType: 'NPO法人', city: '山口市' },
      { name: '二', orgType: '任意団体', city: '山口市' },
      { name: '三', orgType: '任意団体' },
      { name: '四' },
    );
    expect(overview().groups).toMatchObject({
      total: 4,
      byType: [
        { name: '任意団体', count: 2 },
        { name: 'NPO法人', count: 1 },
        { name: '', count: 1 },
      ],
      byCity: [
        { name: '山口市', count: 2 },
        { name: '', count: 2 },
      ],
      withoutValidUntil: 4,
    });
  });

  it.each([
    ['2026-06-30', 'expired'],
    ['2026-07-01', 'expiringSoon'],
    ['2026-09-29', 'expiringSoon'],
    ['2026-09-30', 'valid'],
    ['2026-06', 'expired'],
    ['2026-07', 'expiringSoon'],
    ['2026-09', 'valid'],
    ['2025', 'expired'],
    ['2026', 'valid'],
    ['2027', 'valid'],
  ])('takes a registration valid until %s as %s', (validUntil, state) => {
    addGroups({ name: '会', validUntil });
    const { expired, expiringSoon, withoutValidUntil } = overview().groups;
    expect({ expired, expiringSoon, withoutValidUntil }).toEqual({
      expired: Number(state === 'expired'),
      expiringSoon: Number(state === 'expiringSoon'),
      withoutValidUntil: 0,
    });
  });
});

describe('the overview of the newest plan', () => {
  beforeEach(async () => {
    importSheet(ledger, await fixtureSheet('山口市_実行計画実施状況一覧.xlsx'), { choices: { fiscalYear: 2025 } });
  });

  it('counts marks by policy, 再掲 never', () => {
    const { plan } = overview();
    expect(plan?.policies.map(({ number, counts }) => [number, counts])).toEqual([
      ['I', { '◎': 6, '○': 8, '△': 2 }],
      ['II', { '◎': 1, '○': 11, '×': 3 }],
      ['Ⅲ', { '○': 4 }],
      ['IV', { '◎': 1, '○': 5 }],
      ['V', { '○': 5, '×': 1 }],
    ]);
    const tops = onlyList(ledger).rows.filter(({ kind, parentId }) => kind === 'heading' && parentId === null);
    expect(plan?.policies.map(({ nodeId }) => nodeId)).toEqual(tops.map(({ nodeId }) => nodeId));
    expect(plan).toMatchObject({ fiscalYear: 2025, unanswered: 0 });
    expect(plan?.marks[0]).toEqual({ glyph: '◎', label: '実施済' });
  });

  it("tells blank from '-', and counts only the blank as unanswered", () => {
    const planId = listPlans(ledger)[0]?.id ?? '';
    const measures = onlyList(ledger).rows.filter(({ kind }) => kind === 'measure');
    const edits = [null, '-'].map((value, index) => ({
      nodeId: measures[index]?.nodeId ?? '',
      field: 'mark' as const,
      value,
    }));
    editMeasures(ledger, { planId, fiscalYear: 2025, edits }, (label) => ({
      command: 'test',
      label,
      actor: '',
      now: testNow(),
    }));
    const { plan } = overview();
    expect(plan?.policies[0]?.counts).toMatchObject({ '': 1, '-': 1 });
    expect(plan?.unanswered).toBe(1);
  });
});

describe('imports that left something to look at', () => {
  const importAt = (at: string, check: number): string => {
    const origin = { kind: 'import', fileName: `${at}.xlsx`, sha256: at, counts: { check, add: 1 } };
    const context = { command: 'imports.apply', label: '取込', actor: '', now: new Date(at), origin };
    const result = write(ledger, context, (tx) => insertOrganization(tx, { name: `団体 ${at}` }));
    return result.changeSetId ?? '';
  };

  it('are told for 30 days, the newest first, unless they were undone', () => {
    importAt('2026-05-31T00:00:00Z', 2);
    const first = importAt('2026-06-20T00:00:00Z', 3);
    importAt('2026-06-25T00:00:00Z', 0);
    const second = importAt('2026-06-30T00:00:00Z', 1);
    expect(overview().importWarnings).toEqual([
      { changeSetId: second, fileName: '2026-06-30T00:00:00Z.xlsx', at: '2026-06-30T00:00:00.000Z', left: 1 },
      { changeSetId: first, fileName: '2026-06-20T00:00:00Z.xlsx', at: '2026-06-20T00:00:00.000Z', left: 3 },
    ]);
    undoChangeSet(ledger, nextUndo(ledger)?.id ?? '', { actor: '', now });
    expect(overview().importWarnings.map(({ changeSetId }) => changeSetId)).toEqual([first]);
  });
});

describe('the search over the ledger', () => {
  beforeEach(async () => {
    importSheet(ledger, await fixtureSheet('山口市_実行計画実施状況一覧.xlsx'), { choices: { fiscalYear: 2025 } });
    addGroups(
      { name: '特定非営利活動法人 虹の会', nameKana: 'ニジ ノ カイ', regNo: 'R7-012', city: '山口市' },
      { name: '海と虹の会', nameKana: 'ウミトニジノカイ', regNo: '12' },
      { name: '虹', nameKana: 'ﾆｼﾞ', regNo: '120', city: '虹が丘市' },
      { name: 'ｱｯﾌﾟﾙ倶楽部', nameKana: 'あっぷるくらぶ', regNo: '5' },
    );
  });

  it.each([
    ['虹', ['虹', '特定非営利活動法人 虹の会', '海と虹の会']],
    ['虹の会', ['特定非営利活動法人 虹の会', '海と虹の会']],
    ['NPO法人　虹の会', ['特定非営利活動法人 虹の会']],
    ['特定非営利', ['特定非営利活動法人 虹の会']],
    ['にじのかい', ['特定非営利活動法人 虹の会', '海と虹の会']],
    ['ﾆｼﾞﾉｶｲ', ['特定非営利活動法人 虹の会', '海と虹の会']],
    ['アップル', ['ｱｯﾌﾟﾙ倶楽部']],
    ['アップルクラブ', ['ｱｯﾌﾟﾙ倶楽部']],
    ['ｒ７－０１２', ['特定非営利活動法人 虹の会']],
    ['どこにもない名前', []],
    ['　', []],
    ["%_'", []],
  ])('finds for %s the groups that hold it, the best first', (text, titles) => {
    expect(search(text)).toEqual(titles);
  });

  it('finds a measure by its whole number or a part of its name, and a group of that number', () => {
    expect(search('5')).toEqual(['ｱｯﾌﾟﾙ倶楽部', '5 地域づくり活動支援交付金の創設・活用']);
    expect(search('支援交付金')).toContain('5 地域づくり活動支援交付金の創設・活用');
    const [hit] = searchLedger(ledger, '活動支援交付金の創設', 5);
    expect(hit).toMatchObject({ kind: 'measure', planId: listPlans(ledger)[0]?.id });
    expect(hit?.detail).toContain('実施状況一覧');
  });

  it('names number and city of a group, and gives no more than asked for', () => {
    const [first] = searchLedger(ledger, '虹の会', 1);
    expect(first).toMatchObject({ kind: 'organization', planId: null, detail: '登録番号 R7-012・山口市' });
    expect(searchLedger(ledger, '虹', 2)).toHaveLength(2);
  });
});
