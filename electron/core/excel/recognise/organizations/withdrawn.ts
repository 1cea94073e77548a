import type { SheetRow } from '#core/excel/workbook.ts';
import { cleanText, foldWidth, isDash } from '#shared/domain/text.ts';
import { organizationProblems } from '#shared/messages/import-organizations.ts';
import { headerKey } from '../table/header-key.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { isUnmarked } from './content-tests.ts';
import { bareHeading, isGroupName } from './row-words.ts';

const sure =
  '退会|脱会|脱退|解散|登録抹消|抹消|登録取り?消し?|登録解除|除籍|除名|休会|活動休止|活動終了|登録終了|登録辞退|登録失効';
const anyWord = `${sure}|取り?消し?|廃止|休止|失効|辞退`;
const LONGEST_HEADING = 40;
const LONGEST_NOTE = 40;

const tail =
  '(?:済み?|した|された|中)?(?:の|等の?|など)?(?:登録)?(?:団体|会員|グル-プ|サ-クル|法人|組織|者|分|等)*(?:の?(?:一覧表?|名簿|リスト|情報|履歴|表|欄|報告))*';
const heading = new RegExp(`^.{0,20}?(${anyWord})(?:[・,、/](?:${anyWord}))*${tail}(?:\\(.*\\))?$`);
const below = new RegExp(`(?:以下|下記|次|これより下)(?:の|は|、|,|に|\\s).{0,30}?(${anyWord})`);
/** 退会団体を除く, 登録・退会団体一覧: not all of them left. */
const notOnly = /除く|除き|含|以外|予定|見込|希望|登録団体|新規|入会|加入|入退会|異動|登録・|手続|について/;
const current = /(?:登録|現会?|活動中の?|加盟|継続)(?:団体|会員|一覧)/;

/** The word by which a heading or title says that the groups below it left: 退会 of ■退会団体（3団体）. null for another text. */
export function pastHeading(text: string): string | null {
  const bare = bareHeading(text).replace(/\s/g, '');
  if (bare.length > LONGEST_HEADING || isGroupName(bare)) return null;
  if (notOnly.test(bare)) return null;
  return heading.exec(bare)?.[1] ?? below.exec(bare)?.[1] ?? null;
}

/** Whether a heading below such a block says that groups of today follow. */
export function isCurrentHeading(text: string): boolean {
  return current.test(bareHeading(text)) && pastHeading(text) === null;
}

type StateColumn = { readonly index: number; readonly header: string; readonly word: string | null };
/** Columns that may say that a group left; `word` is what a date or ○ in it means (退会日), null where the cell says it. */
export type StateColumns = readonly StateColumn[];

const stateHeader =
  /^(?:現在の?)?(?:登録|会員|団体|活動|加入|更新|継続)?(?:状態|状況|ステ-タス|区分|現況|フラグ|有無)$|^(?:在籍|異動|動静).{0,4}$|^(?:備考欄?|摘要|特記事項|メモ|コメント|連絡事項)\d?$/;
const eventHeader = new RegExp(
  `^(?:登録|団体|法人|会員)?(${anyWord})(?:団体)?(?:年月日|年月|日付?|時期|年度|情報|届出?日?|済み?|の?有無|フラグ|理由|事由)?$`,
);

export function stateColumns(columns: readonly TableColumn[]): StateColumns {
  return columns.flatMap(({ index, header }) => {
    const key = headerKey(header.split('>').at(-1) ?? '');
    const word = eventHeader.exec(key)?.[1] ?? null;
    return word !== null || stateHeader.test(key) ? [{ index, header: header.split('>').at(-1) ?? '', word }] : [];
  });
}

/** Why the cells of a row say that the group left; undefined when they do not. */
export function leftByCells(row: SheetRow, columns: StateColumns): string | undefined {
  for (const { index, header, word } of columns) {
    const text = cleanText(row.cells[index]?.text ?? '');
    if (text === '' || isDash(text) || isUnmarked(text) || text.length > 200) continue;
    const said = word === null ? wordOf(text) : saysNothing(text) ? null : word;
    if (said !== null) return organizationProblems.leftByCell(header.replace(/\s+/g, ''), text.slice(0, 30), said);
  }
  return undefined;
}

/** 令和6年度末退会, 解散済, R7.3 活動休止: the whole text says it. 退会予定 is still a group. */
const ownWords = new RegExp(
  `^(?:.{0,16}?(?:年度?|月|日|度|末|付け?|[でに、,:：.\\s\\d()]))?(?:団体)?(${sure})(?:した|しました|済み?|中|届(?:出?(?:済み?)?|受理)?|団体|扱い)?(?:のため.{0,20})?[。.)]{0,2}$`,
);

function wordOf(text: string): string | null {
  const folded = foldWidth(text).trim();
  return folded.length > LONGEST_NOTE ? null : (ownWords.exec(folded)?.[1] ?? null);
}

function saysNothing(text: string): boolean {
  return /^(?:なし|無し?|未|該当なし|予定|null|nan|none|false|継続|有効|活動中)/i.test(foldWidth(text));
}
