import { describe, expect, test } from 'vitest';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { failureOf, importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function withPlan(): Promise<OpenCore & { readonly planId: string; readonly fiscalYear: number }> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
  const [plan] = await core.call('plans.list', {});
  return { ...core, planId: plan?.id ?? '', fiscalYear: plan?.fiscalYears[0] ?? 0 };
}

/** Changes of the newest change set as 'what/record/field: before → after'. */
async function newest({ call }: OpenCore): Promise<string[]> {
  const [entry] = await call('history.list', { limit: 1 });
  const { changes } = await call('history.changes', { changeSetId: entry?.id ?? '', limit: 100 });
  return changes.map(({ what, record, field, before, after }) => `${what}/${record}/${field}: ${before} → ${after}`);
}

describe('rows of a plan over the calls', () => {
  test('are added, filled, copied and removed, told in 履歴, and all of it is undone step by step', async () => {
    const core = await withPlan();
    const { call, planId, fiscalYear } = core;
    const list = () => call('measures.list', { planId, fiscalYear });
    const before = await list();
    const afterRowId = before.rows.at(-1)?.rowId ?? '';
    const added = await call('measures.add', { planId, afterRowId, names: ['新事業'] });
    expect(await newest(core)).toEqual(['計画の項目/新事業/名称:  → 新事業']);
    const nodeId = added.rowIds[0] ?? '';
    const edits = [
      { nodeId, field: 'mark', value: '◎' },
      { nodeId, field: 'mark', value: '優' },
    ] as const;
    const checked = await call('measures.checkEdits', { planId, fiscalYear, edits: [...edits] });
    expect(checked).toMatchObject({ changed: 1, same: 0, refused: [{ nodeId, field: 'mark', value: '優' }] });
    const written = await call('measures.edit', { planId, fiscalYear, edits: [...edits], invalid: 'leave' });
    expect(written).toMatchObject({ changeSetId: expect.any(String), refused: checked.refused });
    const copied = await call('measures.duplicate', { planId, nodeIds: [nodeId] });
    await call('measures.remove', { planId, rowIds: [nodeId, ...copied.rowIds] });
    expect(await newest(core)).toContain('計画の項目/新事業/名称: 新事業 → ');
    expect(await list()).toEqual(before);
    for (let count = 0; count < 4; count += 1) await call('history.undo', {});
    expect(await list()).toEqual(before);
  });

  test('of a heading with rows below it stay, and the heading is named', async () => {
    const { call, planId, fiscalYear } = await withPlan();
    const [heading] = (await call('measures.list', { planId, fiscalYear })).rows;
    const error = await failureOf(call('measures.remove', { planId, rowIds: [heading?.rowId ?? ''] }));
    expect(error).toMatchObject({ code: 'HEADING_NOT_EMPTY', params: { heading: expect.stringMatching(/^I /) } });
  });
});

describe('saved views over the calls', () => {
  test('are saved, listed, told in 履歴 by name, and undone', async () => {
    const core = openCore(tempFolder());
    await core.call('ledger.create', { title: '台帳' });
    const view = { sheet: 'organizations', name: '期限切れ' };
    const { id } = await core.call('views.save', { ...view, definition: '{"a":1}' });
    expect(await newest(core)).toEqual([
      '保存した表示/期限切れ/名前:  → 期限切れ',
      '保存した表示/期限切れ/絞り込み・並べ替え・列:  → 新しい設定',
    ]);
    await core.call('views.save', { ...view, id, name: '切れた団体', definition: '{"a":2}' });
    expect(await newest(core)).toEqual([
      '保存した表示/切れた団体/名前: 期限切れ → 切れた団体',
      '保存した表示/切れた団体/絞り込み・並べ替え・列: 前の設定 → 新しい設定',
    ]);
    await core.call('history.undo', {});
    expect(await core.call('views.list', { sheet: 'organizations' })).toEqual([
      { id, name: '期限切れ', definition: '{"a":1}' },
    ]);
    await core.call('views.remove', { id });
    expect(await core.call('views.list', { sheet: 'organizations' })).toEqual([]);
    expect(await newest(core)).toContain('保存した表示/期限切れ/名前: 期限切れ → ');
  });
});
