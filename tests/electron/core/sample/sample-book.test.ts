import path from 'node:path';
import { expect, test } from 'vitest';
import { createLedger } from '#db/open.ts';
import { sampleGroups } from '#core/sample/sample-groups.ts';
import { readOrganizationValue } from '#shared/domain/organization/read-value.ts';
import { organizationFields } from '#shared/domain/organization/fields.ts';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { importFile, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

const statusList = fixturePath('山口市_実行計画実施状況一覧.xlsx');

test('the sample book has the published plan and forty groups, and keeps what was edited in it', async () => {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  const state = await core.call('ledger.openSample', {});
  expect(state).toMatchObject({ title: '見本の台帳', readOnly: false });
  const plans = await core.call('plans.list', {});
  expect(plans).toMatchObject([{ measures: 47 }]);
  expect((await core.call('measures.list', { planId: plans[0]?.id ?? '' })).plan).toMatchObject({
    policies: 5,
    sections: 16,
    measures: 47,
    placements: 52,
    marks: { '◎': 8, '○': 33, '△': 2, '×': 4 },
    sharedNotes: 1,
  });
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 40 });
  await core.call('organizations.add', { values: { name: '自分で足した会' } });
  await core.call('ledger.openSample', {});
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 41 });
  await core.close();

  const again = openCore(dataDir);
  await again.call('ledger.openSample', {});
  expect(await again.call('organizations.counts', {})).toMatchObject({ total: 41 });
  expect((await again.call('app.state', {})).ledgers.map(({ title }) => title)).toEqual(['見本の台帳']);
});

test('importing the real status list into the sample book changes nothing', async () => {
  const core = openCore(tempFolder());
  await core.call('ledger.openSample', {});
  expect(await importFile(core, statusList)).toMatchObject({ changeSetId: null, added: 0, changed: 0, unchanged: 52 });
});

test('a sample book that was made but not filled (the power failed) is filled at the next opening', async () => {
  const dataDir = tempFolder();
  const core = openCore(dataDir);
  createLedger(path.join(dataDir, 'ledgers', '見本の台帳.daicho'), '').close();
  await core.call('ledger.openSample', {});
  expect(await core.call('organizations.counts', {})).toMatchObject({ total: 40 });
});

test('every value of the sample groups is one that could be typed, and no group has a field twice', () => {
  for (const group of sampleGroups(2026)) {
    for (const { key, kind } of organizationFields) {
      const value = group[key];
      if (typeof value !== 'string' || kind === 'long-text') continue;
      expect([key, readOrganizationValue(key, value)]).toEqual([key, { ok: true, value }]);
    }
    expect(new Set(group.fields as string[]).size).toBe((group.fields as string[]).length);
  }
});
