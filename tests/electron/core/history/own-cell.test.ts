import { expect, test } from 'vitest';
import { isOfField } from '#renderer/features/history/history-field.ts';
import { historyField } from '#renderer/features/measures/history-field.ts';
import type { MeasureField } from '#shared/contract/measures.ts';
import { type OrganizationFieldKey, organizationFields } from '#shared/domain/organization/fields.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { importFile, type OpenCore, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

async function newCore(): Promise<OpenCore> {
  const core = openCore(tempFolder());
  await core.call('ledger.create', { title: '台帳' });
  return core;
}

/** What このセル tells: the changes of one field of a record, newest first. */
async function told({ call }: OpenCore, recordId: string, field: { key: string; fiscalYear: number | null }) {
  const changes = await call('history.ofRecord', { recordId, limit: 500 });
  return changes.filter((change) => isOfField(change, field)).map(({ before, after }) => `${before} → ${after}`);
}

const typed: Readonly<Record<OrganizationFieldKey, readonly [value: string, shown?: string]>> = {
  regNo: ['12'],
  name: ['虹の会'],
  nameKana: ['ニジノカイ'],
  orgType: ['任意団体'],
  fields: ['観光の振興'],
  city: ['下関市'],
  phone: ['083-226-4040'],
  phonePublic: ['○', '公開'],
  members: ['20'],
  membersCitizen: ['10'],
  established: ['2001-04-01', 'H13.4.1'],
  registered: ['2025-04-01', 'R7.4.1'],
  validUntil: ['2027-03-31', 'R9.3.31'],
  repName: ['山田 太郎'],
  repKana: ['ヤマダ タロウ'],
  repNamePublic: ['○', '公開'],
  contactName: ['田中 花子'],
  contactKana: ['タナカ ハナコ'],
  contactNamePublic: ['×', '非公開'],
  postal: ['750-0006', '7500006'],
  address: ['南部町1-1'],
  addressPublic: ['×', '非公開'],
  mobile: ['090-1234-5678'],
  mobilePublic: ['×', '非公開'],
  fax: ['083-226-4041'],
  faxPublic: ['○', '公開'],
  email: ['niji@example.jp'],
  emailPublic: ['○', '公開'],
  url: ['https://niji.example.jp/'],
  corporateNumber: ['7000012050002'],
  purpose: ['目的'],
  activity: ['内容'],
  area: ['市内'],
  note: ['備考'],
};

test('every field of the register finds its own change and no other, those of contacts too', async () => {
  const core = await newCore();
  const { id } = await core.call('organizations.add', { values: { name: '前の名前' } });
  for (const { key } of organizationFields)
    await core.call('organizations.edit', { edits: [{ id, field: key, value: typed[key][0] }] });
  for (const { key } of organizationFields) {
    const [value, shown] = typed[key];
    const before = key === 'name' ? ['前の名前 → 虹の会', ' → 前の名前'] : [` → ${shown ?? value}`];
    expect(await told(core, id, { key, fiscalYear: null }), key).toEqual(before);
  }
});

async function coreWithPlan() {
  const core = await newCore();
  await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
  const [plan] = await core.call('plans.list', {});
  const planId = plan?.id ?? '';
  const { rows, fiscalYear } = await core.call('measures.list', { planId });
  const measure = rows.find((row) => row.kind === 'measure' && row.note !== null && row.noteSharedBy.length === 0);
  if (measure === undefined || fiscalYear === null) throw new Error('the file has no measure with a note of its own');
  const edit = (field: MeasureField, value: string, year = fiscalYear) =>
    core.call('measures.edit', { planId, fiscalYear: year, edits: [{ nodeId: measure.nodeId, field, value }] });
  return { core, measure, fiscalYear, edit };
}

test('番号 and 推進項目 of a measure find their change, in whatever year is shown', async () => {
  const { core, measure, fiscalYear, edit } = await coreWithPlan();
  await edit('numberRaw', '99');
  await edit('name', '名前を変えた項目');
  for (const year of [fiscalYear, fiscalYear + 1, null]) {
    expect(await told(core, measure.nodeId, historyField('numberRaw', year))).toEqual([
      `${measure.numberRaw} → 99`,
      ` → ${measure.numberRaw}`,
    ]);
    expect((await told(core, measure.nodeId, historyField('name', year)))[0]).toBe(
      `${measure.name} → 名前を変えた項目`,
    );
  }
  expect(historyField('name', fiscalYear).label).toBe('推進項目');
});

test('status, disposition and note of a measure find the changes of the year shown alone, an edited note too', async () => {
  const { core, measure, fiscalYear, edit } = await coreWithPlan();
  await edit('mark', '×');
  await edit('disposition', '廃止');
  await edit('note', '一つ目の検証');
  await edit('note', '二つ目の検証', fiscalYear + 1);
  await edit('note', '三つ目の検証', fiscalYear + 1);
  const first = async (field: MeasureField, year: number) =>
    (await told(core, measure.nodeId, historyField(field, year)))[0];
  expect(await first('mark', fiscalYear)).toBe(`${measure.mark.text} → ×`);
  expect(await first('disposition', fiscalYear)).toBe(`${measure.disposition.text} → 廃止`);
  expect(await first('note', fiscalYear)).toBe(`${measure.note} → 一つ目の検証`);
  expect(await told(core, measure.nodeId, historyField('note', fiscalYear + 1))).toEqual([
    '二つ目の検証 → 三つ目の検証',
    ' → 二つ目の検証',
  ]);
  expect(await first('mark', fiscalYear + 1)).toBeUndefined();
});
