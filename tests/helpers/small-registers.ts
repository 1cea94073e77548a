import { expect } from 'vitest';
import type { Sheet } from '#core/excel/workbook.ts';
import type { Ledger } from '#db/open.ts';
import { listStoredOrganizations } from '#db/queries/organization-merge.ts';
import { createReader } from '#db/reader.ts';
import type { OrganizationRecord } from '#shared/domain/organization/fields.ts';
import { importRegister, storedGroups, textSheet } from './register-layouts.ts';

/** Registers of a few rows that tell what identifies a group. */
const header = ['登録番号', '団体名', 'フリガナ', '市町', '住所', '電話番号', '代表者', '法人番号'];
export type RegisterRow = readonly (string | null)[];

export const kitchen: Partial<OrganizationRecord> = {
  regNo: 'A-001',
  name: 'みんなの食堂',
  nameKana: 'ミンナノショクドウ',
  city: '下関市',
  address: '彦島本村町1-1',
  phone: '083-266-1211',
  repName: '青木 一郎',
};

export function smallRegister(...rows: readonly RegisterRow[]): Sheet {
  return textSheet([header, ...rows]);
}

/** What became of the rows, and what the ledger holds then; the same file again must change nothing. */
export function importTwice(ledger: Ledger, ...rows: readonly RegisterRow[]) {
  const sheet = smallRegister(...rows);
  const { analysis } = importRegister(ledger, sheet);
  const groups = storedGroups(ledger);
  expect(importRegister(ledger, sheet).result.changes).toBe(0);
  return { rows: analysis.rows.slice(1), groups };
}

export function storedGroupIds(ledger: Ledger): readonly string[] {
  return listStoredOrganizations(createReader(ledger.connection)).map(({ id }) => id);
}
