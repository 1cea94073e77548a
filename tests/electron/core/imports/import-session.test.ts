import { describe, expect, it } from 'vitest';
import type { Ledger } from '#db/open.ts';
import { insertOrganization, writeOrganizationFields } from '#db/organization-rows.ts';
import { listStoredOrganizations } from '#db/queries/organization-merge.ts';
import { undoChangeSet } from '#db/undo.ts';
import { contract } from '#shared/contract/index.ts';
import type { ImportChoices } from '#shared/contract/imports.ts';
import { AppError } from '#shared/rpc/app-error.ts';
import { codeOf, createImports } from '#tests/helpers/import-harness.ts';
import { type LayoutSheet, storedGroups } from '#tests/helpers/register-layouts.ts';
import { tempLedger, testNow, writeAs } from '#tests/helpers/temp-ledger.ts';

const changeSets = (ledger: Ledger): number =>
  Number(ledger.connection.prepare('SELECT count(*) FROM change_set').pluck().get());

describe('importing the registers of two years', () => {
  it('previews, applies as one change set after a backup, and tells it in 履歴 words', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putFixture('登録団体一覧_R7.xlsx');
    imports.putFixture('登録団体一覧_R8.xlsx');
    const first = await imports.analyze('登録団体一覧_R7.xlsx');
    expect(first).toMatchObject({ kind: 'organizations', format: 'xlsx', sheet: '登録団体一覧', headerRows: [5, 6] });
    expect(first.counts).toEqual({ read: 254, add: 254, change: 0, same: 0, skip: 15, check: 0, total: 269 });
    expect(first.skipReasons[0]).toEqual({ reason: '見出しのくり返し', count: 8 });
    expect(await imports.apply(first.importId)).toMatchObject({
      added: 254,
      changed: 0,
      unchanged: 0,
      skipped: 15,
      label: '「登録団体一覧_R7.xlsx」を取り込み(追加 254)',
    });
    expect([changeSets(ledger), imports.backups.length]).toEqual([1, 1]);

    const next = await imports.analyze('登録団体一覧_R8.xlsx');
    expect(next.counts).toMatchObject({ add: 6, change: 254, same: 0, check: 0 });
    expect(next.changedFields).toEqual([
      { field: 'validUntil', label: '有効期限', count: 254 },
      { field: 'phone', label: '電話番号', count: 12 },
    ]);
    expect((await imports.rows(next.importId, { changedField: 'phone' })).total).toBe(12);
    expect((await imports.rows(next.importId, { actions: ['add'] })).rows.map((row) => row.changes[0]?.before)).toEqual(
      Array(6).fill(''),
    );
    const applied = await imports.apply(next.importId);
    expect(applied.label).toBe('「登録団体一覧_R8.xlsx」を取り込み(追加 6・変更 254)');
    const recent = contract['imports.recent'].output.parse(await imports.handlers['imports.recent']({}));
    expect(recent.map(({ fileName, kind }) => [fileName, kind])).toEqual([
      ['登録団体一覧_R8.xlsx', 'organizations'],
      ['登録団体一覧_R7.xlsx', 'organizations'],
    ]);
  });

  it('writes nothing, takes no backup and warns with the date when the same file comes again', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putFixture('登録団体一覧_R7.xlsx');
    await imports.apply((await imports.analyze('登録団体一覧_R7.xlsx')).importId);
    const again = await imports.analyze('登録団体一覧_R7.xlsx');
    expect(again.counts).toMatchObject({ add: 0, change: 0, same: 254 });
    expect(again.warnings.some((warning) => warning.includes('取り込み済み'))).toBe(true);
    expect(await imports.apply(again.importId)).toMatchObject({
      changeSetId: null,
      added: 0,
      changed: 0,
      unchanged: 254,
    });
    expect([changeSets(ledger), imports.backups.length]).toEqual([1, 1]);
  });

  it('is undone by one undo, and then imports like new', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putFixture('登録団体一覧_R7.xlsx');
    const { changeSetId } = await imports.apply((await imports.analyze('登録団体一覧_R7.xlsx')).importId);
    undoChangeSet(ledger, changeSetId ?? '', { actor: '山田', now: testNow() });
    expect(storedGroups(ledger)).toEqual([]);
    const again = await imports.analyze('登録団体一覧_R7.xlsx');
    expect(again.counts).toMatchObject({ add: 254, check: 0 });
    expect(again.warnings.some((warning) => warning.includes('取り込み済み'))).toBe(false);
  });
});

const small: LayoutSheet = {
  name: '名簿',
  rows: [
    ['登録番号', '団体名', '電話番号'],
    ['A-1', 'あ会', '083-222-1111'],
    ['A-2', 'い会', '083-222-2222'],
    ['A-3', 'う会', '222-1'],
  ],
};

describe('between preview and apply', () => {
  it('a change that alters the result stops the import and shows the new preview', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putSheets('名簿.xlsx', [small]);
    const { importId } = await imports.analyze('名簿.xlsx');
    writeAs(ledger, 'ほかの人の追加', (tx) =>
      insertOrganization(tx, { regNo: 'A-1', name: 'あ会', phone: '083-222-1111' }),
    );
    expect(await codeOf(() => imports.apply(importId))).toBe('IMPORT_STALE');
    expect(storedGroups(ledger)).toHaveLength(1);
    expect((await imports.rows(importId, { actions: ['same'] })).rows.map((row) => row.key)).toEqual(['A-1']);
    expect(await imports.apply(importId)).toMatchObject({ added: 2, unchanged: 1 });
  });

  it('a change that alters nothing of the result does not stop it', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putSheets('名簿.xlsx', [small]);
    writeAs(ledger, '前から', (tx) => insertOrganization(tx, { regNo: 'B-1', name: 'べつの会' }));
    const { importId } = await imports.analyze('名簿.xlsx');
    writeAs(ledger, 'ほかの人の変更', (tx) => {
      const [group] = listStoredOrganizations(tx.reader);
      if (group !== undefined) writeOrganizationFields(tx, group.id, { note: 'x' });
    });
    expect(await imports.apply(importId)).toMatchObject({ added: 3 });
  });

  it('a cancel leaves nothing behind', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger, (_jobId, phase, { done, total }) => {
      if (phase.includes('書き込んで') && total > 1 && done >= total) throw new AppError('CANCELLED');
    });
    imports.putSheets('名簿.xlsx', [small]);
    const { importId } = await imports.analyze('名簿.xlsx');
    expect(await codeOf(() => imports.apply(importId))).toBe('CANCELLED');
    expect([storedGroups(ledger).length, changeSets(ledger)]).toEqual([0, 0]);
    expect((await imports.rows(importId)).total).toBe(4);
  });

  it('a comparison is stopped between two rows and keeps nothing', async () => {
    const ledger = tempLedger();
    const told: number[] = [];
    const imports = createImports(ledger, (_jobId, phase, { done }) => {
      if (!phase.includes('比べて')) return;
      told.push(done);
      if (done === 400) throw new AppError('CANCELLED');
    });
    const rows = Array.from({ length: 1000 }, (_, index) => [`A-${index}`, `会${index}`, '083-222-1111']);
    imports.putSheets('長い名簿.xlsx', [{ name: '名簿', rows: [['登録番号', '団体名', '電話番号'], ...rows] }]);
    expect(await codeOf(() => imports.analyze('長い名簿.xlsx'))).toBe('CANCELLED');
    expect(told).toEqual([1, 200, 400]);
  });

  it('the copy of a file is let go of as soon as it was read, also when it cannot be', async () => {
    const imports = createImports(tempLedger());
    imports.putSheets('名簿.xlsx', [small]);
    await imports.analyze('名簿.xlsx');
    expect(await codeOf(() => imports.analyze('ない.xlsx'))).toContain('ENOENT');
    expect(imports.discarded).toEqual(['名簿.xlsx', 'ない.xlsx']);
  });

  it('an import that was applied or discarded is gone', async () => {
    const imports = createImports(tempLedger());
    imports.putSheets('名簿.xlsx', [small]);
    const { importId } = await imports.analyze('名簿.xlsx');
    await imports.apply(importId);
    expect(await codeOf(() => imports.apply(importId))).toBe('IMPORT_GONE');
    const second = await imports.analyze('名簿.xlsx');
    await imports.handlers['imports.discard']({ importId: second.importId });
    expect(await codeOf(() => imports.rows(second.importId))).toBe('IMPORT_GONE');
  });
});

describe('what the user chooses', () => {
  it('rows to check count as added when they are new and are told apart from skipped ones', async () => {
    const imports = createImports(tempLedger());
    imports.putSheets('名簿.xlsx', [small]);
    const preview = await imports.analyze('名簿.xlsx');
    expect(preview.counts).toMatchObject({ add: 2, check: 1, skip: 1 });
    expect(await imports.apply(preview.importId)).toMatchObject({ added: 3, changed: 0, skipped: 1 });
  });

  it('another sheet, and a missing one is named', async () => {
    const imports = createImports(tempLedger());
    imports.putSheets('名簿.xlsx', [small, { ...small, name: '旧名簿', rows: small.rows.slice(0, 2) }]);
    const preview = await imports.analyze('名簿.xlsx');
    expect(preview.sheets).toEqual([
      { name: '名簿', hidden: false, kind: 'organizations' },
      { name: '旧名簿', hidden: false, kind: 'organizations' },
    ]);
    expect(preview.warnings.some((warning) => warning.includes('旧名簿'))).toBe(true);
    const other = await imports.handlers['imports.reanalyze']({
      importId: preview.importId,
      choices: { sheet: '旧名簿' },
      jobId: undefined,
    });
    expect(other).toMatchObject({ importId: preview.importId, sheet: '旧名簿', counts: { add: 1 } });
    expect(await codeOf(() => imports.analyze('名簿.xlsx', { sheet: 'ない' }))).toBe('IMPORT_SHEET_MISSING');
  });

  it('the kind, the header rows and the columns of a sheet nobody knows', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putSheets('なぞ.xlsx', [
      {
        name: '表',
        rows: [
          ['甲', '乙'],
          ['会のなまえ', '番'],
          ['あ会', '083-222-1111'],
          ['い会', '083-222-2222'],
        ],
      },
    ]);
    const unknown = await imports.analyze('なぞ.xlsx');
    expect(unknown).toMatchObject({ kind: 'unknown', fieldOptions: [], counts: { add: 0, skip: 4 } });
    expect((await imports.rows(unknown.importId)).rows[2]?.values).toEqual({ A: 'あ会', B: '083-222-1111' });
    expect(await codeOf(() => imports.apply(unknown.importId))).toBe('IMPORT_UNKNOWN');
    const choices: ImportChoices = { kind: 'organizations', headerRows: [2], mapping: { '0': 'name', B: 'phone' } };
    const known = await imports.handlers['imports.reanalyze']({
      importId: unknown.importId,
      choices,
      jobId: undefined,
    });
    expect(known).toMatchObject({ kind: 'organizations', headerRows: [2], counts: { add: 2 } });
    expect(known.columns.map(({ letter, header, field }) => [letter, header, field])).toEqual([
      ['A', '会のなまえ', 'name'],
      ['B', '番', 'phone'],
    ]);
    await imports.apply(unknown.importId);
    expect(storedGroups(ledger).map(({ name, phone }) => [name, phone])).toEqual([
      ['あ会', '083-222-1111'],
      ['い会', '083-222-2222'],
    ]);
  });

  it('a column that is not to be imported, and one that goes elsewhere', async () => {
    const ledger = tempLedger();
    const imports = createImports(ledger);
    imports.putSheets('名簿.xlsx', [small]);
    const preview = await imports.analyze('名簿.xlsx', { mapping: { '0': null, '2': 'note' } });
    await imports.apply(preview.importId);
    expect(storedGroups(ledger)[0]).toMatchObject({ regNo: null, name: 'あ会', phone: null, note: '083-222-1111' });
  });

  it('an empty workbook is named', async () => {
    const imports = createImports(tempLedger());
    imports.putSheets('空.xlsx', [{ name: '表', rows: [] }]);
    expect(await codeOf(() => imports.analyze('空.xlsx'))).toBe('WORKBOOK_EMPTY');
  });
});
