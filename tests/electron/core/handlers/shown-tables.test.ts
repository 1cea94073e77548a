import { expect, test } from 'vitest';
import { tableColumns } from '#db/table-columns.ts';
import { shownTables } from '#shared/contract/shown-tables.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

test('only tables of the ledger are named', () => {
  const named = Object.values(shownTables).flatMap((tables) => (tables === 'any' ? [] : tables));
  expect(named.filter((table) => !Object.hasOwn(tableColumns, table))).toEqual([]);
});

async function answers({ call }: OpenCore): Promise<ReadonlyMap<keyof typeof shownTables, string>> {
  const plans = await call('plans.list', {});
  const read = {
    'plans.list': plans,
    'measures.list': await Promise.all(plans.map(({ id: planId }) => call('measures.list', { planId }))),
    'ledger.settings': await call('ledger.settings', {}),
    'exports.layouts': await call('exports.layouts', {}),
    'organizations.counts': await call('organizations.counts', {}),
    'organizations.valueList': await call('organizations.valueList', { field: 'fields' }),
    'overview.search': await call('overview.search', { text: '事業', limit: 50 }),
    'views.list': await call('views.list', { sheet: 'organizations' }),
  } as const;
  return new Map(Object.entries(read).map(([name, answer]) => [name as keyof typeof read, JSON.stringify(answer)])); // boundary: Object.entries forgets the names
}

test('an answer that a change makes another one names a table of that change, also when it is undone', async () => {
  const core = openCore(tempFolder());
  const { call, events } = core;
  await call('ledger.create', { title: '台帳' });
  const follow = async (change: () => Promise<unknown>): Promise<void> => {
    const [before, told] = [await answers(core), events.length];
    await change();
    const tables = events.slice(told).flatMap((event) => (event.type === 'ledger.changed' ? event.tables : []));
    const after = await answers(core);
    const other = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(other).not.toEqual([]);
    for (const name of other) expect(tables.some((table) => shownTables[name].includes(table))).toBe(true);
  };
  const changes = [
    () => importFile(core, fixturePath('登録団体一覧_R7.xlsx')),
    () => importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx')),
    async () => {
      const [plan] = await call('plans.list', {});
      const planId = plan?.id ?? '';
      const { rows } = await call('measures.list', { planId });
      const nodeId = rows.find(({ kind }) => kind === 'measure')?.nodeId ?? '';
      return call('measures.edit', { planId, fiscalYear: 2030, edits: [{ nodeId, field: 'note', value: '検証' }] });
    },
    () => call('organizations.add', { values: { name: '新しい事業の会', fields: ['社会教育'] } }),
    () => call('ledger.saveSettings', { centerName: '下市センター' }),
    () => call('views.save', { sheet: 'organizations', name: '名簿', definition: '{}' }),
  ];
  for (const change of changes) await follow(change);
  for (const _ of changes) await follow(() => call('history.undo', {}));
});
