import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#core/excel/read/parse-workbook.ts';
import { organizationsImporter } from '#core/excel/recognise/organizations/importer.ts';
import type { Sheet } from '#core/excel/workbook.ts';
import { addressKey } from '#shared/domain/address.ts';
import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import {
  fixture,
  importRegister,
  storedGroups,
  type TrueGroup,
  trueGroups,
  truthKeys,
} from '#tests/helpers/register-layouts.ts';
import { tempLedger } from '#tests/helpers/temp-ledger.ts';

async function sheetOf(name: string): Promise<Sheet> {
  const workbook = await parseWorkbook(readFileSync(fixture(name)));
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error(`${name} has no sheet`);
  return sheet;
}

/** Name and address by their keys, all else exactly. */
function comparable(value: unknown, field: string): unknown {
  if (field === 'name') return organizationNameKey(String(value));
  return field === 'address' ? addressKey(String(value)) : value;
}

function differences(groups: readonly TrueGroup[], records: readonly OrganizationRecord[]): readonly string[] {
  const byNumber = new Map(records.map((record) => [record.regNo, record]));
  return groups.flatMap((group) => {
    const record = byNumber.get(group.reg_no);
    if (record === undefined) return [`${group.reg_no} is missing`];
    return Object.entries(truthKeys).flatMap(([field, key]) => {
      const expected = JSON.stringify(comparable(group[key], field));
      const got = JSON.stringify(comparable(record[field as keyof typeof truthKeys], field));
      return expected === got ? [] : [`${group.reg_no} ${field}: ${expected} but ${got}`];
    });
  });
}

function actions(rows: readonly { readonly action: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { action } of rows) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

describe('the register of a center, in its own messy layout', () => {
  it.each(['登録団体一覧_R7.xlsx', '登録団体一覧_R7.xls'])(
    '%s gives the 254 groups of the expected file',
    async (name) => {
      const ledger = tempLedger();
      const { analysis } = importRegister(ledger, await sheetOf(name));
      expect(actions(analysis.rows)).toEqual({ add: 254, skip: 15 });
      expect(differences(trueGroups('R7'), storedGroups(ledger))).toEqual([]);
      expect(analysis.headerRows).toEqual([5, 6]);
      expect(analysis.hiddenRows).toBe(2);
      expect(analysis.hiddenColumns).toEqual(['T']);
      expect(analysis.warnings.some((warning) => warning.includes('合計が合いません'))).toBe(false);
    },
  );

  it('names every skipped row with its reason', async () => {
    const { analysis } = importRegister(tempLedger(), await sheetOf('登録団体一覧_R7.xlsx'));
    const reasons: Record<string, number> = {};
    for (const row of analysis.rows) if (row.action === 'skip') reasons[row.reason] = (reasons[row.reason] ?? 0) + 1;
    expect(reasons).toEqual({ 表題: 2, 注記: 2, 見出し: 2, 見出しのくり返し: 8, 合計行: 1 });
  });

  it('reports every resolved 〃 and every restored zero', async () => {
    const { analysis } = importRegister(tempLedger(), await sheetOf('登録団体一覧_R7.xlsx'));
    const fixes = analysis.rows.flatMap((row) => row.fixes);
    expect(fixes.filter((fix) => fix.startsWith('市町の「〃」を上の行の'))).toHaveLength(44);
    expect(fixes.filter((fix) => fix.startsWith('電話番号の先頭の 0 を補いました'))).toHaveLength(17);
  });

  it('writes nothing when the same register comes again, as .xlsx or .xls', async () => {
    const ledger = tempLedger();
    importRegister(ledger, await sheetOf('登録団体一覧_R7.xlsx'));
    for (const name of ['登録団体一覧_R7.xlsx', '登録団体一覧_R7.xls']) {
      const { analysis, result } = importRegister(ledger, await sheetOf(name));
      expect(actions(analysis.rows)).toEqual({ same: 254, skip: 15 });
      expect(result).toMatchObject({ changeSetId: null, changes: 0 });
    }
  });

  it('adds 6 groups and changes 12 phones and every valid-until when next year’s register comes', async () => {
    const ledger = tempLedger();
    importRegister(ledger, await sheetOf('登録団体一覧_R7.xlsx'));
    const { analysis } = importRegister(ledger, await sheetOf('登録団体一覧_R8.xlsx'));
    expect(actions(analysis.rows)).toEqual({ add: 6, change: 254, skip: 15 });
    const changed = analysis.rows.filter((row) => row.action === 'change');
    const of = (field: string): readonly string[] =>
      changed.filter((row) => row.changes.some((change) => change.field === field)).map((row) => row.key);
    const { phone_changed: phones }: { readonly phone_changed: readonly string[] } = JSON.parse(
      readFileSync(fixture('登録団体一覧_R8.expected.json'), 'utf8'),
    );
    expect(of('validUntil')).toHaveLength(254);
    expect(of('phone').toSorted()).toEqual(phones.toSorted());
    expect(changed.flatMap((row) => row.changes)).toHaveLength(254 + 12);
    expect(storedGroups(ledger)).toHaveLength(260);
  });

  it('touches only the columns a file has', async () => {
    const ledger = tempLedger();
    importRegister(ledger, await sheetOf('登録団体一覧_R7.xlsx'));
    const { analysis } = importRegister(ledger, await sheetOf('登録団体一覧_cp932.csv'));
    // 25 groups have a note in this file, and no other column differs.
    expect(actions(analysis.rows)).toEqual({ same: 229, change: 25, skip: 1 });
    expect(differences(trueGroups('R7'), storedGroups(ledger)).every((text) => text.includes(' note:'))).toBe(true);
  });

  it('leaves hidden rows out when asked to, and takes hidden columns when asked to', async () => {
    const sheet = await sheetOf('登録団体一覧_R7.xlsx');
    const { analysis } = importRegister(tempLedger(), sheet, { includeHiddenRows: false, includeHiddenColumns: true });
    expect(actions(analysis.rows)).toEqual({ add: 252, skip: 17 });
    expect(analysis.rows.filter((row) => row.reason === '隠れている行').map((row) => row.row)).toEqual([27, 121]);
    expect(analysis.columns.find((column) => column.letter === 'T')).toMatchObject({
      header: '内部メモ',
      hidden: true,
    });
  });

  it.each(['登録団体一覧_R7.xlsx', '登録団体一覧_R7.xls', '登録団体一覧_R8.xlsx', '登録団体一覧_cp932.csv'])(
    'asks nothing of %s',
    async (name) => {
      const { analysis } = importRegister(tempLedger(), await sheetOf(name));
      expect(analysis.rows.filter((row) => row.action === 'check')).toEqual([]);
      expect(analysis.warnings.filter((warning) => !warning.startsWith('隠れている'))).toEqual([]);
    },
  );

  it('asks of the list of corporations only for those that were dissolved', async () => {
    const { analysis } = importRegister(tempLedger(), await sheetOf('npo_portal_035_cp932.csv'));
    const asking = analysis.rows.filter((row) => row.action === 'check');
    expect(asking).toHaveLength(4);
    expect(asking.every((row) => row.changes.length === 0 && row.reason.includes('解散情報'))).toBe(true);
  });

  it('knows a register from the plan’s status list and from forms', async () => {
    expect(organizationsImporter.score(await sheetOf('登録団体一覧_R7.xlsx'))).toBeGreaterThan(0.9);
    expect(organizationsImporter.score(await sheetOf('登録団体一覧_cp932.csv'))).toBeGreaterThan(0.5);
    expect(organizationsImporter.score(await sheetOf('npo_portal_035_cp932.csv'))).toBeGreaterThan(0.5);
    for (const other of [
      '山口市_実行計画実施状況一覧.xlsx',
      '県様式第3号_登録団体数等報告書.xlsx',
      '三重県_H22_施策別概要_521.xlsx',
    ]) {
      expect(organizationsImporter.score(await sheetOf(other))).toBeLessThan(0.3);
    }
  });
});
