import { describe, expect, test } from 'vitest';
import { fixturePath } from '#tests/helpers/daicho.ts';
import { failureOf, importFile, openCore } from '#tests/helpers/open-core.ts';
import { tempFolder } from '#tests/helpers/temp-ledger.ts';

describe('ホーム', () => {
  test('shows the register, what an import left to check, and the newest backup', async () => {
    const core = openCore(tempFolder(), { now: () => new Date('2026-07-01T03:00:00Z') });
    await core.call('ledger.create', { title: '台帳' });
    expect((await core.call('overview.get', {})).lastBackupAt).toBeNull();
    await importFile(core, fixturePath('登録団体一覧_R7.xlsx'));
    await importFile(core, fixturePath('山口市_実行計画実施状況一覧.xlsx'));
    const { takenAt } = await core.call('ledger.backup', {});
    const overview = await core.call('overview.get', {});
    const { total, byType, byCity } = overview.groups;
    expect(total).toBe(254);
    for (const counts of [byType, byCity]) {
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    }
    expect(overview.lastBackupAt).toBe(takenAt);
    expect(overview.plan?.policies.length).toBeGreaterThan(1);
    const counts = await core.call('organizations.counts', {});
    expect(overview.groups.expired).toBe(counts.expired);
  });

  test('tells of rows an import asked to check', async () => {
    const core = openCore(tempFolder());
    await core.call('ledger.create', { title: '台帳' });
    const csv =
      '登録番号,団体名,電話番号,市町\n1,虹の会,083-226-4040,山口市\n2,海の会,08322,山口市\n3,山の会,083-226-4041,山口市\n';
    const { uploadId } = await core.call('uploads.begin', { fileName: '名簿.csv', bytes: Buffer.byteLength(csv) });
    await core.call('uploads.append', { uploadId, base64: Buffer.from(csv).toString('base64') });
    const { importId, counts } = await core.call('imports.analyze', { uploadId, choices: {} });
    expect(counts.check).toBe(1);
    const { changeSetId } = await core.call('imports.apply', { importId });
    expect((await core.call('overview.get', {})).importWarnings).toMatchObject([
      { changeSetId, fileName: '名簿.csv', left: 1 },
    ]);
    expect(await core.call('overview.search', { text: 'うみ', limit: 5 })).toEqual([]);
    expect(await core.call('overview.search', { text: '海の', limit: 5 })).toMatchObject([
      { kind: 'organization', title: '海の会', detail: '登録番号 2・山口市' },
    ]);
  });

  test('needs a ledger', async () => {
    const { call } = openCore(tempFolder());
    expect(await failureOf(call('overview.get', {}))).toMatchObject({ code: 'NO_LEDGER' });
    expect(await failureOf(call('overview.search', { text: 'x', limit: 1 }))).toMatchObject({ code: 'NO_LEDGER' });
    expect(await failureOf(call('views.list', { sheet: 'x' }))).toMatchObject({ code: 'NO_LEDGER' });
  });
});
