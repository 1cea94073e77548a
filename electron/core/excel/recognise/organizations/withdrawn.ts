import type { OrganizationDraft } from '#core/excel/merge/organizations/draft.ts';
import type { SheetRow } from '#core/excel/workbook.ts';
import { isNullWord } from '#shared/domain/data-words.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { organizationField } from '#shared/domain/organization/fields.ts';
import { cleanText, foldWidth, isDash } from '#shared/domain/text.ts';
import { organizationProblems } from '#shared/messages/import-organizations.ts';
import { headerKey } from '../table/header-key.ts';
import type { TableColumn } from '../table/vocabulary.ts';
import { isMark, isUnmarked } from './content-tests.ts';
import { bareHeading } from './row-words.ts';

const sure =
  '退会|脱会|脱退|解散|登録抹消|抹消|登録取り?消し?|登録解除|除籍|除名|休会|活動休止|活動終了|登録終了|登録辞退|登録失効';
const anyWord = `${sure}|取り?消し?|廃止|休止|失効|辞退`;
/** 登録を更新しなかった団体, 未更新. */
const notRenewed = '更新しなかった|更新せず|更新しない|未更新|更新なし|更新無し';
const LONGEST_HEADING = 40;
const LONGEST_NOTE = 40;
const LONGEST_CELL = 200;

const tail =
  '(?:済み?|した|された|中|している|しています|しました)?(?:の|等の?|など)?(?:登録)?(?:団体|会員|グル-プ|サ-クル|法人|組織|者|分|等)*(?:の?(?:一覧表?|名簿|リスト|情報|履歴|表|欄|報告))*';
const heading = new RegExp(`^.{0,20}?(${anyWord})(?:[・,、/](?:${anyWord}))*${tail}(?:\\(.*\\))?$`);
const below = new RegExp(`(?:以下|下記|次|これより下)(?:の|は|、|,|に|\\s).{0,30}?(${anyWord})`);
/** 退会団体を除く, 登録・退会団体一覧: not all of them left. */
const notOnly = /除く|除き|含|以外|予定|見込|希望|登録団体|新規|入会|加入|入退会|異動|登録・|手続|について/;
const former = /^(?:旧|元|OB|過去の?|以前の?|かつての?)(?:登録)?(?:団体|会員)/;
const formerWord = '登録終了';
const lapsed = new RegExp(`^.{0,20}?(?:${notRenewed})${tail}(?:\\(.*\\))?$`);
const current = /(?:登録|現会?|活動中の?|加盟|継続)(?:団体|会員|一覧)/;

/** The word by which a heading or title says that the groups below it left: 退会 of ■退会団体（3団体）. null for another text. */
export function pastHeading(text: string): string | null {
  const bare = bareHeading(text)
    .replace(/\s/g, '')
    .replace(/(登録|活動)[をが](?!中)/g, '$1');
  if (bare.length > LONGEST_HEADING) return null;
  if (former.test(bare) || lapsed.test(bare)) return formerWord;
  if (notOnly.test(bare)) return null;
  return heading.exec(bare)?.[1] ?? below.exec(bare)?.[1] ?? null;
}

/** Whether a heading below such a block says that groups of today follow. */
export function isCurrentHeading(text: string): boolean {
  return current.test(bareHeading(text)) && pastHeading(text) === null;
}

/** 退会日 says it by being filled; 退会団体 by a mark, a date or a word only: a name there is another group's. */
type Event = { readonly word: string; readonly byMark: boolean };

type StateColumn = {
  readonly index: number;
  readonly header: string;
  /** What a cell says: the state of the group in a word, whether it is a member by a mark (有効), a note, or that it left. */
  readonly says: 'state' | 'member' | 'note' | Event;
};
type Header = Pick<TableColumn, 'index' | 'header'>;
export type StateColumns = readonly StateColumn[];

const stateHeader =
  /^(?:現在の?)?(?:登録|会員|団体|活動|加入|更新|継続)?(?:状態|状況|ステ-タス|区分|現況|フラグ|有無)$|^(?:異動|動静).{0,4}$/;
const memberHeader = /^(?:登録の?|会員の?)?(?:有効|在籍|現存)(?:無効|の?有無|フラグ|区分|状況)?$/;
const noteHeader = /^(?:備考欄?|摘要|特記事項|メモ|コメント|連絡事項)\d?$/;
const eventHeader = new RegExp(
  `^(?:登録|団体|法人|会員)?(${anyWord})(?:した|済み?|の)?(?:団体)?(?:年月日|年月|日付?|時期|年度|情報|届出?日?|済み?|の?有無|フラグ|理由|事由)?$`,
);

/** The columns that may say that a group left. */
export function stateColumns(columns: readonly Header[]): StateColumns {
  return columns.flatMap(({ index, header }): StateColumn[] => {
    const last = header.split('>').at(-1) ?? '';
    const says = whatHeaderSays(headerKey(last));
    return says === null ? [] : [{ index, header: last.replace(/\s+/g, ''), says }];
  });
}

/** Those of them that say so by being filled: 退会日, 抹消. */
export function eventColumns(columns: readonly Header[]): StateColumns {
  return stateColumns(columns).filter(({ says }) => typeof says !== 'string');
}

function whatHeaderSays(key: string): StateColumn['says'] | null {
  const word = eventHeader.exec(key)?.[1];
  if (word !== undefined) return { word, byMark: key.endsWith('団体') };
  if (memberHeader.test(key)) return 'member';
  if (stateHeader.test(key)) return 'state';
  return noteHeader.test(key) ? 'note' : null;
}

/** Why the cells of a row say that the group left; undefined when they do not. */
export function leftByCells(row: SheetRow, columns: StateColumns): string | undefined {
  for (const { index, header, says } of columns) {
    const text = cleanText(row.cells[index]?.text ?? '');
    if (text === '' || text.length > LONGEST_CELL || isDash(text)) continue;
    const word = isUnmarked(text) ? (says === 'member' ? formerWord : null) : wordOf(text, says);
    if (word !== null) return organizationProblems.leftByCell(header, text.slice(0, 30), word);
  }
  return undefined;
}

/** Why a name says so itself (昔の会（退会）, 【解散】昔の会, 退会 昔の会), or the number in its place (抹消). */
export function leftByName({ name, regNo }: OrganizationDraft['values']): string | undefined {
  return saidIn('name', name, inName) ?? saidIn('regNo', regNo, inNumber);
}

function saidIn(field: 'name' | 'regNo', text: unknown, says: RegExp): string | undefined {
  if (typeof text !== 'string') return undefined;
  const found = says.exec(foldWidth(text));
  const word = found?.slice(1).find((each) => each !== undefined);
  return word === undefined
    ? undefined
    : organizationProblems.leftByCell(organizationField(field).label, text.slice(0, 30), word);
}

const state = '(?:済み?|した|中)?';
const inName = new RegExp(
  `[(【[〔<《※*](?:.{0,12}?)(${sure})(?:済み?|した|中|届)?[)】\\]〕>》]?$|^[(【[〔<《](${sure})${state}[)】\\]〕>》]|^(${sure})${state}(?:\\s|$)`,
);
const inNumber = new RegExp(`^[(【[]?(${anyWord})${state}[)】\\]]?$`);

function wordOf(text: string, says: StateColumn['says']): string | null {
  if (typeof says !== 'string') return isFilled(text, says) ? says.word : null;
  return saidWord(text, says === 'note' ? 'note' : 'state');
}

/** 令和6年度末退会, 解散済, R7.3 活動休止: the whole text says it. 退会予定 is still a group. */
const saidBy = { state: saying(anyWord), note: saying(sure) } as const;

function saying(words: string): RegExp {
  return new RegExp(
    `^(?:.{0,16}?(?:年度?|月|日|度|末|付け?|[でに、,:：.\\s\\d()]))?(?:団体)?(${words})(?:した|しました|済み?|中|届(?:出?(?:済み?)?|受理)?|団体|扱い)?(?:のため.{0,20})?(?:\\([^()]{0,20}\\))?[。.)]{0,2}$`,
  );
}

/** States of one letter: 現 退 休 廃. */
const shortWords: ReadonlyMap<string, string> = new Map([
  ['退', '退会'],
  ['休', '休会'],
  ['廃', '廃止'],
  ['抹', '抹消'],
  ['失', '失効'],
  ['無効', '失効'],
]);
const wasNotRenewed = new RegExp(`^(?:登録を?)?(?:${notRenewed})$`);

function saidWord(text: string, says: keyof typeof saidBy): string | null {
  const folded = foldWidth(text).trim();
  if (folded.length > LONGEST_NOTE) return null;
  if (says === 'state' && wasNotRenewed.test(folded)) return formerWord;
  const short = says === 'state' ? shortWords.get(folded) : undefined;
  if (short !== undefined) return short;
  return saidBy[says].exec(folded)?.[1] ?? null;
}

function isFilled(text: string, { byMark }: Event): boolean {
  if (byMark) return isMark(text) || parseDate(text) !== null || saidWord(text, 'state') !== null;
  return !isNullWord(text) && !/^(?:なし|無し?|未|該当なし|予定|継続|有効|活動中)/.test(foldWidth(text));
}
