import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { failureOf, importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function newCore(): Promise<OpenCore> {
  const core = openCore(tempFolder());
  await core.call('app.setActor', { actor: '山本' });
  await core.call('ledger.create', { title: '台帳' });
  return core;
}

/** Changes of the newest change set as 'what/record/field: before → after'. */
async function newest({ call }: OpenCore): Promise<string[]> {
  const [entry] = await call('history.list', { limit: 1 });
  const { changes } = await call('history.changes', { changeSetId: entry?.id ?? '', limit: 2000 });
  return changes.map(words);
}

type Words = {
  readonly what: string;
  readonly record: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

const words = ({ what, record, field, before, after }: Words): string =>
  `${what}/${record}/${field}: ${before} → ${after}`;

const group = {
  name: '虹の会',
  regNo: '1',
  fields: '観光、環境',
  phone: '083-226-4040',
  phonePublic: '○',
  repName: '山田 太郎',
  contactName: '田中 花子',
  registered: '令和7年4月1日',
  addressPublic: '×',
} as const;

const added = [
  '登録団体/虹の会/登録番号:  → 1',
  '登録団体/虹の会/団体名:  → 虹の会',
  '登録団体/虹の会/住所公開:  → 非公開',
  '登録団体/虹の会/電話番号:  → 083-226-4040',
  '登録団体/虹の会/電話公開:  → 公開',
  '登録団体/虹の会/代表者氏名:  → 山田 太郎',
  '登録団体/虹の会/連絡責任者氏名:  → 田中 花子',
  '登録団体/虹の会/登録年月日:  → R7.4.1',
  '登録団体/虹の会/活動分野:  → 観光の振興',
  '登録団体/虹の会/活動分野:  → 環境の保全',
];

describe('the words of 履歴', () => {
  test('tell a new group field by field, and a removed one by the name it had', async () => {
    const core = await newCore();
    const { id } = await core.call('organizations.add', { values: group });
    expect(await newest(core)).toEqual(added);
    await core.call('organizations.remove', { ids: [id] });
    expect((await newest(core)).toSorted()).toEqual(
      added.map((line) => line.replace(/: {2}→ (.*)$/, ': $1 → ')).toSorted(),
    );
    expect(await core.call('history.list', { limit: 1 })).toMatchObject([
      { label: '団体「虹の会」を削除', actor: '山本', kind: 'change', inForce: true },
    ]);
  });

  test('of one group hold its contacts, registration and fields, newest first, and survive its removal', async () => {
    const core = await newCore();
    const { id } = await core.call('organizations.add', { values: group });
    await core.call('organizations.add', { values: { name: '別の会', phone: '083-200-0001' } });
    const edits = [
      { id, field: 'phone', value: '0832264141' },
      { id, field: 'repNamePublic', value: true },
      { id, field: 'validUntil', value: 'R9.3.31' },
      { id, field: 'fields', value: '観光、子ども' },
      { id, field: 'name', value: '虹と海の会' },
    ] as const;
    for (const edit of edits) await core.call('organizations.edit', { edits: [edit] });
    await core.call('organizations.remove', { ids: [id] });
    const changes = await core.call('history.ofRecord', { recordId: id, limit: 500 });
    const edited = changes
      .filter(({ before, after, field }) => field === '団体名' || (before !== '' && after !== ''))
      .map(words);
    expect(edited).toEqual([
      '登録団体/虹と海の会/団体名: 虹と海の会 → ',
      '登録団体/虹と海の会/団体名: 虹の会 → 虹と海の会',
      '登録団体/虹と海の会/活動分野: 環境の保全 → 子どもの健全育成',
      '登録団体/虹と海の会/電話番号: 083-226-4040 → 083-226-4141',
      '登録団体/虹と海の会/団体名:  → 虹の会',
    ]);
    expect(changes.map(words)).toContain('登録団体/虹と海の会/代表者公開:  → 公開');
    expect(changes.map(words)).toContain('登録団体/虹と海の会/有効期限:  → R9.3.31');
    expect(changes.every(({ record }) => record === '虹と海の会')).toBe(true);
  });

  test('of measures tell mark, disposition and note with their year, and a note as it was then', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
    const [plan] = await core.call('plans.list', {});
    const planId = plan?.id ?? '';
    const { rows, fiscalYear } = await core.call('measures.list', { planId });
    const measure = rows.find(
      ({ kind, note, noteSharedBy }) => kind === 'measure' && note !== null && noteSharedBy.length === 0,
    );
    const nodeId = measure?.nodeId ?? '';
    const year = fiscalYear ?? 0;
    const edit = (field: 'mark' | 'disposition' | 'note' | 'name', value: string | null) =>
      core.call('measures.edit', { planId, fiscalYear: year, edits: [{ nodeId, field, value }] });
    const record = `${measure?.numberRaw} ${measure?.name}`;
    const short = `R${year - 2018}`;
    await edit('mark', '×');
    expect(await newest(core)).toEqual([`実施状況/${record}/実施状況(${short}): ${measure?.mark.text} → ×`]);
    await edit('disposition', '廃止');
    expect(await newest(core)).toEqual([
      `実施状況/${record}/今後の取扱い(${short}): ${measure?.disposition.text} → 廃止`,
    ]);
    await edit('note', null);
    expect(await newest(core)).toEqual([`実施状況/${record}/検証内容(${short}): ${measure?.note} → `]);
    await edit('note', '一つ目の検証');
    await edit('note', '二つ目の検証');
    expect((await newest(core)).at(-1)).toContain('検証内容: 一つ目の検証 → 二つ目の検証');
    const history = (await core.call('history.ofRecord', { recordId: nodeId, limit: 500 })).map(words);
    expect(history).toContain(`実施状況/${record}/検証内容(${short}):  → 一つ目の検証`);
    await edit('name', '名前を変えた項目');
    expect(await newest(core)).toEqual([
      `計画の項目/${measure?.numberRaw} 名前を変えた項目/名称: ${measure?.name} → 名前を変えた項目`,
    ]);
  });

  test('of the settings name the setting', async () => {
    const core = await newCore();
    await core.call('ledger.saveSettings', { centerName: '見本センター' });
    expect(await newest(core)).toEqual(['台帳の設定/センター名/値:  → 見本センター']);
    await core.call('ledger.saveSettings', { centerName: '' });
    expect(await newest(core)).toEqual(['台帳の設定/センター名/値: 見本センター → ']);
  });

  test('of an import of a plan say each thing once, in Japanese, without any internal name', async () => {
    const core = await newCore();
    await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
    const [entry] = await core.call('history.list', { limit: 1 });
    expect(entry?.label).toBe('「山口市_実行計画実施状況一覧.xlsx」を取り込み(追加 52)');
    const { total, changes } = await core.call('history.changes', { changeSetId: entry?.id ?? '', limit: 2000 });
    expect(total).toBeGreaterThan(100);
    expect(new Set(changes.map(({ what }) => what))).toEqual(
      new Set(['計画', '計画の項目', '再掲', '凡例', '実施状況']),
    );
    expect(changes.filter(({ field }) => field.startsWith('実施状況'))).toHaveLength(47);
    const told = changes.flatMap((change) => [change.what, change.field, change.before, change.after]).join('\n');
    expect(told).not.toMatch(/[0-9A-Z]{26}|[a-z]{4}|null|undefined/);
  });
});

describe('undo and redo', () => {
  test('go on after the program was closed and opened again', async () => {
    const dataDir = tempFolder();
    const first = openCore(dataDir);
    const { folder, fileName } = await first.call('ledger.create', { title: '台帳' });
    const ledgerFile = path.join(folder, fileName);
    const { id } = await first.call('organizations.add', { values: group });
    await first.call('organizations.edit', { edits: [{ id, field: 'members', value: '12' }] });
    await first.call('history.undo', {});
    await first.close();

    const second = openCore(dataDir, { ledgerFile });
    expect(await second.call('history.stacks', {})).toMatchObject({
      undo: { label: '団体「虹の会」を追加' },
      redo: { label: '「虹の会」の構成員数を「12」に変更' },
    });
    await second.call('history.redo', {});
    await second.close();

    const third = openCore(dataDir, { ledgerFile });
    const undone = [
      await third.call('history.undo', {}),
      await third.call('history.undo', {}),
      await third.call('history.undo', {}),
    ];
    expect(undone.map(({ label, kind }) => ({ label, kind }))).toEqual([
      { label: '「虹の会」の構成員数を「12」に変更', kind: 'undo' },
      { label: '団体「虹の会」を追加', kind: 'undo' },
      { label: null, kind: null },
    ]);
    expect(await third.call('organizations.counts', {})).toMatchObject({ total: 0 });
    for (const total of [1, 1]) {
      await third.call('history.redo', {});
      expect(await third.call('organizations.counts', {})).toMatchObject({ total });
    }
    expect(await third.call('history.redo', {})).toEqual({ changeSetId: null, savedAt: null, label: null, kind: null });
    const list = await third.call('history.list', { limit: 10 });
    expect(list.map(({ kind, inForce }) => `${kind} ${inForce ? 'in force' : 'turned around'}`)).toEqual([
      'redo in force',
      'redo in force',
      'undo turned around',
      'undo turned around',
      'redo in force',
      'undo turned around',
      'change in force',
      'change in force',
    ]);
    expect(new Set(list.map(({ label }) => label))).toEqual(
      new Set(['「虹の会」の構成員数を「12」に変更', '団体「虹の会」を追加']),
    );
    await third.close();
  });

  test('turning around the newest line of a chain does what its kind says, however long the chain is', async () => {
    const core = await newCore();
    const { id } = await core.call('organizations.add', { values: group });
    const { changeSetId } = await core.call('organizations.edit', { edits: [{ id, field: 'note', value: '一' }] });
    const { viewId } = await core.call('organizations.openView', {});
    const note = async () => {
      const { rows } = await core.call('organizations.readBlock', { viewId, start: 0, end: 1, fields: ['note'] });
      return rows[0]?.[1] ?? null;
    };
    let newest = changeSetId ?? '';
    for (const kind of ['undo', 'redo', 'undo', 'redo', 'undo'] as const) {
      const answer = await core.call('history.undo', { changeSetId: newest });
      expect(answer).toMatchObject({ kind, label: '「虹の会」の備考を「一」に変更' });
      newest = answer.changeSetId ?? '';
      expect(await note()).toBe(kind === 'undo' ? null : '一');
      const [line, before] = await core.call('history.list', { limit: 2 });
      expect(line).toMatchObject({ kind, inForce: true, reverted: false });
      expect(before).toMatchObject({ inForce: false, reverted: true });
    }
  });

  test('a conflict names the later change, when and by whom, and where it can be put right', async () => {
    const core = await newCore();
    const { id } = await core.call('organizations.add', { values: group });
    const first = await core.call('organizations.edit', { edits: [{ id, field: 'note', value: '一' }] });
    await core.call('organizations.edit', { edits: [{ id, field: 'note', value: '二' }] });
    const error = await failureOf(core.call('history.undo', { changeSetId: first.changeSetId ?? '' }));
    expect(error).toMatchObject({
      code: 'CONFLICT',
      params: {
        label: '「虹の会」の備考を「二」に変更',
        actor: '山本',
        at: expect.stringMatching(/^\d{4}\/\d\d\/\d\d \d{1,2}:\d\d$/),
      },
    });
    expect(await failureOf(core.call('history.undo', { changeSetId: 'ない' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the list goes on where it was left', async () => {
    const core = await newCore();
    for (const name of ['一', '二', '三', '四', '五']) await core.call('organizations.add', { values: { name } });
    const first = await core.call('history.list', { limit: 2 });
    const second = await core.call('history.list', { limit: 2, beforeSeq: first[1]?.seq ?? 0 });
    expect([...first, ...second].map(({ label }) => label)).toEqual(
      ['五', '四', '三', '二'].map((name) => `団体「${name}」を追加`),
    );
  });
});
