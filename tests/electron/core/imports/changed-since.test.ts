import { describe, expect, it } from 'vitest';
import { editMeasures } from '#db/commands/measures.ts';
import type { Ledger } from '#db/open.ts';
import { type OrganizationPatch, writeOrganizationFields } from '#db/organization-rows.ts';
import { listMeasures, listPlans } from '#db/queries/measures.ts';
import { listStoredOrganizations } from '#db/queries/organization-merge.ts';
import { codeOf, createImports } from '#tests/helpers/import-harness.ts';
import { type LayoutSheet, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

function register(untilOf: readonly string[], phone = '083-222-1111'): LayoutSheet {
  const rows = untilOf.map((until, index) => [`A-${index + 1}`, `${'あいうえお'[index]}会`, phone, until]);
  return { name: '名簿', rows: [['登録番号', '団体名', '電話番号', '有効期限'], ...rows] };
}

/** A ledger with three groups valid to R8, and the preview of a list that extends two of them to R9. */
async function previewed() {
  const ledger = tempLedger();
  const imports = createImports(ledger);
  imports.putSheets('R7.xlsx', [register(['R8.3.31', 'R8.3.31', 'R8.3.31'])]);
  await imports.apply((await imports.analyze('R7.xlsx')).importId);
  imports.putSheets('R8.xlsx', [register(['R9.3.31', 'R9.3.31', 'R8.3.31'])]);
  const preview = await imports.analyze('R8.xlsx');
  expect(preview).toMatchObject({ counts: { change: 2, same: 1 }, changedSince: 0 });
  return { ledger, imports, preview };
}

function editElsewhere(ledger: Ledger, name: string, patch: OrganizationPatch): void {
  writeAs(ledger, 'ほかの窓', (tx) => {
    const group = listStoredOrganizations(tx.reader).find(({ record }) => record.name === name);
    if (group === undefined) throw new Error(`${name} is missing`);
    writeOrganizationFields(tx, group.id, patch);
  });
}

const untils = (ledger: Ledger): readonly unknown[] => storedGroups(ledger).map(({ validUntil }) => validUntil);

describe('an edit of another window after the preview was shown', () => {
  it('is not overwritten: the counts are the same, the value is not', async () => {
    const { ledger, imports, preview } = await previewed();
    editElsewhere(ledger, 'あ会', { validUntil: '2031-03-31' });

    expect(await codeOf(() => imports.apply(preview.importId))).toBe('IMPORT_STALE');
    expect(untils(ledger)).toEqual(['2031-03-31', '2026-03-31', '2026-03-31']);

    const shown = await imports.reanalyze(preview.importId);
    expect(shown).toMatchObject({ counts: { change: 2, same: 1 }, changedSince: 1 });
    const { rows } = await imports.rows(preview.importId, { changedSince: true });
    expect(rows.map(({ key, changes }) => [key, changes[0]?.before, changes[0]?.after])).toEqual([
      ['A-1', '2031-03-31', '2027-03-31'],
    ]);
    // The user has seen it now, and takes it.
    expect(await imports.apply(preview.importId)).toMatchObject({ changed: 2 });
    expect(untils(ledger)).toEqual(['2027-03-31', '2027-03-31', '2026-03-31']);
  });

  it('to what the file says makes the row one that stays, and is shown as such', async () => {
    const { ledger, imports, preview } = await previewed();
    editElsewhere(ledger, 'い会', { validUntil: '2027-03-31' });
    expect(await codeOf(() => imports.apply(preview.importId))).toBe('IMPORT_STALE');
    const { rows } = await imports.rows(preview.importId, { changedSince: true });
    expect(rows.map(({ key, action }) => [key, action])).toEqual([['A-2', 'same']]);
  });

  it('of a row that would have stayed as it is makes it change, and is shown as such', async () => {
    const { ledger, imports, preview } = await previewed();
    editElsewhere(ledger, 'う会', { phone: '083-999-9999' });
    expect(await codeOf(() => imports.apply(preview.importId))).toBe('IMPORT_STALE');
    const { rows } = await imports.rows(preview.importId, { changedSince: true });
    expect(rows.map(({ key, action }) => [key, action])).toEqual([['A-3', 'change']]);
  });

  it('of a field that the file does not have stops nothing', async () => {
    const { ledger, imports, preview } = await previewed();
    editElsewhere(ledger, 'あ会', { note: '電話で確認' });
    expect(await imports.apply(preview.importId)).toMatchObject({ changed: 2 });
  });

  it('is marked also when the file was read again for another reason, and twice changed rows add up', async () => {
    const { ledger, imports, preview } = await previewed();
    editElsewhere(ledger, 'あ会', { validUntil: '2031-03-31' });
    expect(await imports.reanalyze(preview.importId)).toMatchObject({ changedSince: 1 });
    editElsewhere(ledger, 'い会', { validUntil: '2031-03-31' });
    expect(await codeOf(() => imports.apply(preview.importId))).toBe('IMPORT_STALE');
    expect(await imports.reanalyze(preview.importId)).toMatchObject({ changedSince: 2 });
    expect((await imports.reanalyze(preview.importId, { sheet: '名簿' })).changedSince).toBe(0);
  });
});

function firstMeasure(ledger: Ledger): { planId: string; fiscalYear: number; nodeId: string } {
  const planId = listPlans(ledger)[0]?.id ?? '';
  const { fiscalYear, rows } = listMeasures(ledger, planId);
  const nodeId = rows.find(({ kind }) => kind === 'measure')?.nodeId ?? '';
  return { planId, fiscalYear: fiscalYear ?? 0, nodeId };
}

describe('a status list', () => {
  it('does not overwrite a mark that another window set after the preview', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putFixture('山口市_実行計画実施状況一覧.xlsx');
    await imports.apply((await imports.analyze('山口市_実行計画実施状況一覧.xlsx')).importId);
    const { planId, fiscalYear, nodeId } = firstMeasure(ledger);
    const setMark = (label: string, value: string) =>
      editMeasures(ledger, { planId, fiscalYear, edits: [{ nodeId, field: 'mark', value }] }, () => ({
        command: 'test',
        label,
        actor: '試験',
        now: testNow(),
      }));
    setMark('前の窓', '△');
    const preview = await imports.analyze('山口市_実行計画実施状況一覧.xlsx');
    expect(preview.counts).toMatchObject({ change: 1 });
    setMark('ほかの窓', '×');
    expect(await codeOf(() => imports.apply(preview.importId))).toBe('IMPORT_STALE');
    const { rows } = await imports.rows(preview.importId, { changedSince: true });
    expect(rows.map(({ changes }) => changes.map(({ before }) => before))).toEqual([['×']]);
  });
});
