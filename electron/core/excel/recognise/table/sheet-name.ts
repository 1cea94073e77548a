import { parseFiscalYear } from '#shared/domain/fiscal-year.ts';
import { foldWidth } from '#shared/domain/text.ts';

/** Sheets that show how to fill a form. */
export function isExampleName(name: string): boolean {
  return /記入例|記載例|入力例|見本|サンプル|ひな形|雛形|テンプレ/.test(name);
}

/** Sheets of what is no more: 抹消, 解散, 旧. */
export function isPastName(name: string): boolean {
  return /抹消|廃止|解散|退会|脱退|取消|削除|休止|辞退|失効|過去|以前|旧|old|バックアップ|控え/i.test(name);
}

/** The year a sheet's name tells: R7, 令和6年度, 2024. */
export function yearOfName(name: string): number | null {
  const found = /(?:令和|平成|昭和|[RHS])\s?(?:元|\d{1,2})|(?<!\d)(?:19|20)\d{2}(?!\d)/i.exec(foldWidth(name))?.[0];
  return found === undefined ? null : parseFiscalYear(found);
}
