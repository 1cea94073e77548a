import { describe, expect, test } from 'vitest';
import type { OrganizationAddition } from '#shared/contract/organizations.ts';
import { failureOf, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function coreWith(...additions: readonly OrganizationAddition[]): Promise<OpenCore & { ids: string[] }> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  const { addedIds } = await core.call('organizations.edit', { edits: [], additions: [...additions] });
  return { ...core, ids: addedIds };
}

const view = async (core: OpenCore) => (await core.call('organizations.openView', {})).viewId;

describe('a view', () => {
  test('is searched, and says where a group stands', async () => {
    const core = await coreWith({ name: 'あの会', regNo: '1' }, { name: 'いの会', regNo: '2', established: 'R7.4.1' });
    const viewId = await view(core);
    expect(await core.call('organizations.find', { viewId, text: '2025/4/1' })).toEqual({ rows: [1] });
    expect(await core.call('organizations.indexOf', { viewId, id: core.ids[1] ?? '' })).toEqual({ index: 1 });
    expect(await core.call('organizations.indexOf', { viewId, id: 'ない' })).toEqual({ index: null });
  });

  test('is read with the fields that are asked for, in their order', async () => {
    const core = await coreWith({ name: 'あの会', phonePublic: false, fields: '観光' });
    const read = { viewId: await view(core), start: 0, end: 9, fields: ['phonePublic', 'fields', 'name'] } as const;
    const { rows } = await core.call('organizations.readBlock', { ...read, fields: [...read.fields] });
    expect(rows).toEqual([[core.ids[0], false, ['観光の振興'], 'あの会']]);
  });

  test('that nobody keeps any more, or of the ledger before, is VIEW_GONE for every call', async () => {
    const core = await coreWith({ name: 'あの会' });
    const old = await view(core);
    await core.call('ledger.create', { title: '別の台帳' });
    for (const viewId of [old, 'ない']) {
      const target = { viewId };
      const change = { target, field: 'note', mode: 'set', value: 'x' } as const;
      const failures = [
        core.call('organizations.find', { viewId, text: 'x' }),
        core.call('organizations.indexOf', { viewId, id: 'x' }),
        core.call('organizations.readBlock', { viewId, start: 0, end: 1 }),
        core.call('organizations.setField', change),
        core.call('organizations.checkSetField', change),
      ].map(failureOf);
      for (const { code } of await Promise.all(failures)) expect(code).toBe('VIEW_GONE');
    }
  });
});

test('the values of a field are listed under the other filters', async () => {
  const core = await coreWith(
    { name: 'あの会', city: '下関市' },
    { name: 'いの会', city: '山口市' },
    { name: 'うの会' },
  );
  const listed = await core.call('organizations.valueList', {
    field: 'city',
    view: { conditions: [{ field: 'name', operator: 'not-equals', values: ['いの会'] }] },
    limit: 1,
  });
  expect(listed).toEqual({ values: [{ value: '下関市', count: 1 }], distinct: 2 });
});

test('a paste with bad values is checked first, then written as far as it is good, and announced once', async () => {
  const core = await coreWith({ name: 'あの会' });
  const batch = {
    edits: [{ id: core.ids[0] ?? '', field: 'members' as const, value: 'x'.repeat(2000) }],
    additions: [{ name: 'いの会' }, { note: '名がない' }],
  };
  const checked = await core.call('organizations.checkEdits', batch);
  expect(checked).toMatchObject({ changed: 0, same: 0, added: 1, refusedTotal: 3 });
  const announced = core.events.length;
  const written = await core.call('organizations.edit', { ...batch, invalid: 'leave', label: '貼り付け' });
  expect(written.refused).toEqual(checked.refused);
  expect(written.refused[0]?.message).toMatch(/^構成員数に「x{59}…」は入れられません。.+。$/);
  expect(written.addedIds).toHaveLength(1);
  expect(core.events.slice(announced).map(({ type }) => type)).toEqual(['ledger.changed']);
  expect(await core.call('history.list', { limit: 1 })).toMatchObject([{ label: '貼り付け' }]);
  expect(await failureOf(core.call('organizations.edit', batch))).toMatchObject({
    code: 'INVALID_VALUE',
    params: { field: '構成員数' },
  });
});

test('of many refused cells a check lists a thousand and counts all', async () => {
  const core = await coreWith();
  const edits = Array.from({ length: 1500 }, (_, index) => ({
    id: `ない${index}`,
    field: 'note' as const,
    value: 'x',
  }));
  const { refused, refusedTotal } = await core.call('organizations.checkEdits', { edits });
  expect([refused.length, refusedTotal]).toEqual([1000, 1500]);
});

test('a field of a view is set, and groups are copied', async () => {
  const core = await coreWith({ name: 'あの会', regNo: '1' }, { name: 'いの会', area: '全域' });
  const change = { target: { viewId: await view(core) }, field: 'area', mode: 'set', value: '全域' } as const;
  expect(await core.call('organizations.checkSetField', change)).toEqual({ groups: 2, changed: 1, same: 1 });
  expect(await core.call('organizations.setField', change)).toMatchObject({
    changed: 1,
    changeSetId: expect.any(String),
  });
  const { ids } = await core.call('organizations.duplicate', { ids: core.ids });
  const { row } = await core.call('organizations.get', { id: ids[0] ?? '' });
  expect(row.slice(0, 3)).toEqual([ids[0], null, 'あの会']);
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 4 });
});
