import { describe, expect, it } from 'vitest';
import { storedGroupIds, importTwice, kitchen, type RegisterRow } from '#tests/helpers/small-registers.ts';
import { ledgerWith } from '#tests/helpers/register-layouts.ts';

describe('a row that contradicts the group in two fields is never written by itself', () => {
  it('is another group when only the name is the same, in another city', () => {
    const { rows, groups } = importTwice(ledgerWith({ ...kitchen, regNo: null }), [
      null,
      'みんなの食堂',
      null,
      '宇部市',
      '中央町3-3',
      '0836-31-1234',
      '白石 次郎',
      null,
    ]);
    expect(rows[0]).toMatchObject({
      action: 'add',
      reason: '新しい団体(同じ団体名の団体とは市町・住所・電話番号・代表者が違います)',
    });
    expect(groups.map(({ city }) => city)).toEqual(['下関市', '宇部市']);
  });

  it.each([
    [
      'another town’s list with a name that is half the same',
      ['A-001', 'みんなの食堂うべ', null, '宇部市', null, '0836-31-1234', null, null],
      '団体名・市町・電話番号',
    ],
    [
      'representative and telephone are new',
      ['A-001', 'みんなの食堂', null, '下関市', '彦島本村町1-1', '083-999-8888', '青木 次郎', null],
      '電話番号・代表者',
    ],
    [
      'it moved to another city',
      ['A-001', 'みんなの食堂', null, '宇部市', '常盤町1-1', '083-266-1211', '青木 一郎', null],
      '市町・住所',
    ],
    [
      'it has another name and reading',
      ['A-001', 'まちの台所', 'マチノダイドコロ', '下関市', null, '083-266-1211', '青木 一郎', null],
      '団体名・フリガナ',
    ],
  ] as const)('asks when the number is the same and %s', (_what, row, differing) => {
    const ledger = ledgerWith(kitchen);
    const { rows, groups } = importTwice(ledger, row);
    const [id] = storedGroupIds(ledger);
    expect(rows[0]).toMatchObject({
      action: 'check',
      changes: [],
      reason: `登録番号「A-001」は台帳では「みんなの食堂」です。同じ番号ですが、${differing}が違います。どの団体か確かめてください。`,
      question: { groups: [{ id, label: 'みんなの食堂(A-001・下関市・083-266-1211)' }], answer: null },
    });
    expect(groups).toMatchObject([kitchen]);
  });

  it('asks when the name and the person are the same, and city and telephone are not', () => {
    const { rows } = importTwice(ledgerWith({ ...kitchen, regNo: null }), [
      null,
      'みんなの食堂',
      null,
      '宇部市',
      null,
      '0836-31-1234',
      '青木 一郎',
      null,
    ]);
    expect(rows[0]).toMatchObject({ action: 'check', changes: [] });
    expect(rows[0]?.reason).toContain('市町・電話番号が違います');
  });
});

describe('what is no contradiction', () => {
  it.each([
    ['a new name', ['A-001', 'まちの台所', null, '下関市', null, '083-266-1211', '青木 一郎', null], ['name']],
    ['another reading', ['A-001', 'みんなの食堂', 'ミナノショクドー', '下関市', null, null, null, null], ['nameKana']],
    [
      'a legal form and a new telephone',
      ['A-001', 'NPO法人みんなの食堂', null, '下関市', null, '083-111-2222', '青木一郎', null],
      ['name', 'phone'],
    ],
    [
      'a shorter address and a new telephone',
      ['A-001', 'みんなの食堂', null, '下関', '彦島本村町', '083-111-2222', '青木', null],
      ['phone', 'repName', 'address'],
    ],
  ] as const)('%s of a group with the same number', (_what, row, fields) => {
    const { rows } = importTwice(ledgerWith(kitchen), row);
    expect(rows[0]?.action).toBe('change');
    expect(rows[0]?.changes.map(({ field }) => field)).toEqual(fields);
    expect(rows[0]?.question).toBeUndefined();
  });

  it('is a group without number that became an NPO', () => {
    const { rows, groups } = importTwice(ledgerWith({ ...kitchen, regNo: null }), [
      'A-9',
      'NPO法人みんなの食堂',
      null,
      '下関市',
      '彦島本村町1丁目1',
      '083-266-1211',
      null,
      null,
    ]);
    expect(rows[0]).toMatchObject({
      action: 'change',
      reason: '団体名の一部と電話番号・住所で照合(台帳では「みんなの食堂」)',
    });
    expect(groups).toMatchObject([{ regNo: 'A-9', name: 'NPO法人みんなの食堂' }]);
  });

  it('is a telephone that the ledger has as the mobile one', () => {
    const ledger = ledgerWith({ ...kitchen, regNo: null, phone: null, mobile: '090-1111-2222' });
    const { rows } = importTwice(ledger, [null, 'みんなの食堂', null, null, '竹崎町1-1', '090-1111-2222', null, null]);
    expect(rows[0]?.reason).toBe('団体名と電話番号で照合');
  });
});

describe('a corporate number that branches share', () => {
  const corporation = '8010005018418';
  const branches: readonly RegisterRow[] = [
    [null, 'ハーフ月曜広場', null, null, '下関市彦島本村町1-1', '083-266-1211', null, corporation],
    [null, 'ハーフ水曜広場', null, null, '下関市長府町2-1', '083-245-1212', null, corporation],
  ];

  it('never wins over the name, whatever the order of the rows', () => {
    const ledger = ledgerWith();
    importTwice(ledger, ...branches);
    const { rows, groups } = importTwice(ledger, ...branches.toReversed());
    expect(rows.map(({ action }) => action)).toEqual(['same', 'same']);
    expect(groups).toHaveLength(2);
  });

  it('makes a new branch of a row with other contacts, and asks when it has those of another branch', () => {
    const ledger = ledgerWith();
    importTwice(ledger, ...branches);
    const { rows } = importTwice(
      ledger,
      [null, 'ハーフ木曜広場', null, null, '下関市豊浦町3-1', '083-772-1213', null, corporation],
      [null, 'ハーフ水よう広場', null, null, '下関市長府町2-1', '083-245-1212', null, corporation],
    );
    expect(rows.map(({ action }) => action)).toEqual(['add', 'check']);
    expect(rows[0]?.reason).toContain('法人番号が「ハーフ月曜広場」と同じ');
  });
});

describe('a group goes to one row of a file', () => {
  it('to the one that fits best, though another comes first', () => {
    const { rows, groups } = importTwice(
      ledgerWith({ ...kitchen, regNo: null }),
      [null, 'みんなの食堂', null, '下関市', '竹崎町9', '083-222-3333', null, null],
      [null, 'みんなの食堂', null, '下関市', null, '083-266-1211', '青木 花子', null],
    );
    expect(rows.map(({ action }) => action)).toEqual(['add', 'change']);
    expect(groups.map(({ phone, repName }) => [phone, repName])).toEqual([
      ['083-266-1211', '青木 花子'],
      ['083-222-3333', null],
    ]);
  });

  it('to none when two rows fit it equally well', () => {
    const { rows, groups } = importTwice(
      ledgerWith({ name: 'みんなの食堂' }),
      [null, 'みんなの食堂', null, null, null, '083-222-3333', null, null],
      [null, 'みんなの食堂', null, null, null, '083-266-1211', null, null],
    );
    expect(rows.map(({ action }) => action)).toEqual(['check', 'check']);
    expect(rows[0]?.reason).toContain('当たりそうな行が 3行目にもあり');
    expect(groups).toMatchObject([{ phone: null }]);
  });

  it('so that groups of one name keep their places when the file comes in another order', () => {
    const rows: readonly RegisterRow[] = [
      [null, '子ども会', null, '下関市', '竹崎町1', null, null, null],
      [null, '子ども会', null, '下関市', '竹崎町2', '083-222-3333', null, null],
      [null, '子ども会', null, null, '竹崎町3', null, '青木 一郎', null],
    ];
    const ledger = ledgerWith();
    importTwice(ledger, ...rows);
    const again = importTwice(ledger, ...rows.toReversed());
    expect(again.rows.map(({ action }) => action)).toEqual(['same', 'same', 'same']);
  });
});

describe('a name that very many groups have', () => {
  it('is told apart by what else the rows say, in any order', () => {
    const rows = Array.from({ length: 60 }, (_, index): RegisterRow => {
      const phone = index % 2 === 0 ? `083-222-${1000 + index}` : null;
      return [null, '子ども会', null, '下関市', `竹崎町${index + 1}-1`, phone, null, null];
    });
    const ledger = ledgerWith();
    expect(importTwice(ledger, ...rows).rows.every(({ action }) => action === 'add')).toBe(true);
    const again = importTwice(ledger, ...rows.toReversed(), [null, '子ども会', null, null, null, null, null, null]);
    expect(again.rows.slice(0, 60).every(({ action }) => action === 'same')).toBe(true);
    expect(again.rows[60]).toMatchObject({ action: 'check', changes: [] });
    expect(again.groups).toHaveLength(60);
  });
});

describe('a registration number that is another group’s', () => {
  it('is not taken from it: a row that otherwise is another group asks', () => {
    const { rows, groups } = importTwice(
      ledgerWith(kitchen, { name: 'あおばの会', city: '下関市', phone: '083-222-3344' }),
      ['A-001', 'あおばの会', null, '下関市', null, '083-222-3344', null, null],
    );
    expect(rows[0]).toMatchObject({ action: 'check', changes: [] });
    expect(rows[0]?.reason).toContain('登録番号「A-001」は台帳では「みんなの食堂」の番号です');
    expect(rows[0]?.question?.groups.map(({ label }) => label)).toEqual([
      'あおばの会(下関市・083-222-3344)',
      'みんなの食堂(A-001・下関市・083-266-1211)',
    ]);
    expect(groups.map(({ regNo }) => regNo)).toEqual(['A-001', null]);
  });

  it('is left out where all else says which group it is', () => {
    const { rows, groups } = importTwice(
      ledgerWith(kitchen, { name: 'あおばの会', city: '宇部市', phone: '083-222-3344', repName: '赤井 花子' }),
      ['A-001', 'あおばの会', 'アオバノカイ', '宇部市', null, '083-222-3344', '赤井 花子', null],
    );
    expect(rows[0]?.changes.map(({ field }) => field)).toEqual(['nameKana']);
    expect(rows[0]?.fixes).toContain('登録番号「A-001」は別の団体「みんなの食堂」の番号なので、入れません');
    expect(groups[1]).toMatchObject({ regNo: null, nameKana: 'アオバノカイ' });
  });

  it('is not given to a second row of the file either', () => {
    const { rows } = importTwice(
      ledgerWith({ name: 'あおばの会', phone: '083-222-3344' }, { name: 'あさひの会', phone: '083-222-5566' }),
      ['A-5', 'あおばの会', null, null, null, '083-222-3344', null, null],
      ['A-5', 'あさひの会', null, null, null, '083-222-5566', null, null],
    );
    expect(rows.map(({ action }) => action)).toEqual(['change', 'check']);
  });
});
