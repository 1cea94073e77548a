import { foldCompatibility } from './normalize.ts';
import { cleanText, matchKey } from './text.ts';

const year = '(?:(?:明治|大正|昭和|平成|令和|[mtshr])(?:\\d{1,2}|元)|\\d{4})';
const yearRange = new RegExp(`${year}(?:年度?)?(?:[~-]|から)${year}`, 'u');
const yearPart = new RegExp(
  `\\(?${year}(?:年度|年(?:\\d{1,2}月(?:\\d{1,2}日)?)?)(?:末|分|版)?(?:現在|時点)?\\)?`,
  'gu',
);
const listWords =
  /(?:実施|進捗|進行|取組|達成)?(?:状況|管理|実績|評価|点検|検証|結果)(?:の?(?:一覧|報告|調査|管理))?(?:表|書|票|シート)?$/u;
const listSuffix = /(?:の)?(?:一覧表?|報告書?|調書|シート|について)$/u;

/**
 * A key under which the lists of one plan meet from year to year: the match key of the title without the fiscal year of the list
 * and without what kind of list it is (実施状況一覧, 進捗状況報告書 …). The term of the plan (令和3年度～令和7年度) stays.
 */
export function planTitleKey(title: string): string {
  const bare = bareKey(title);
  return bare === '' ? matchKey(title) : bare;
}

/** Whether a title only says what kind of list it heads and of which year (令和7年度 実施状況一覧), not of which plan. */
export function namesNoPlan(title: string): boolean {
  return bareKey(title) === '';
}

function bareKey(title: string): string {
  const full = matchKey(title);
  const undated = yearRange.test(full) ? full : full.replace(yearPart, '');
  return undated
    .replace(/\((?:案|抜粋|最終|確定版?|速報)?\)/gu, '')
    .replace(listSuffix, '')
    .replace(listWords, '')
    .replace(/(?:の|・|分)$/u, '')
    .replace(/^\(?分\)?/u, '');
}

/** A key for the number of a measure: '１', '01', 'No.1' and 'NO 1' meet; '12-2' and "12'" stay themselves. '' for no number. */
export function measureNumberKey(numberRaw: string): string {
  const folded = foldCompatibility(cleanText(numberRaw)).replace(/\s/g, '').toLowerCase();
  return matchKey(
    folded
      .replace(/^(?:no[.:]?|#|番号)/u, '')
      .replace(/^0+(?=\d)/u, '')
      .replace(/(?<=\d)[.．、]$/u, ''),
  );
}
