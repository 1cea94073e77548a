import { splitActivityFields } from '#shared/domain/activity-fields.ts';
import { parseDate } from '#shared/domain/dates.ts';
import { municipalities, parseMunicipality } from '#shared/domain/municipalities.ts';
import { organizationNameKey } from '#shared/domain/organization-name.ts';
import { parseOrganizationType } from '#shared/domain/organization-type.ts';
import { foldWidth } from '#shared/domain/text.ts';

const cityNames: ReadonlySet<string> = new Set(municipalities.map((each) => each.name));

const ending =
  /^[（(〔―-]*(?:以上|以下余白|以下,?空白|余白|終わり|おわり|終了|end)[)）〕―-]*$|^.{0,16}(?:は|で|、|,|\s)以上(?:です|となります|になります)?[。.]?$/i;
const politeEnd =
  /(?:ません|ます|です|下さい|ください|でした|ました|である|とする|すること|のこと|に限る|による|を除く|を含む)[。．.]?[)）」]?$/;
const pageTurn =
  /^(?:次|前|裏)の?(?:頁|ペ-ジ|面)|(?:へ|に|から)の?(?:続く|つづく|続き|つづき)$|^[（(]?(?:続き|つづき|前掲)[)）]?$/;
const ordering = /順不同|敬称略|(?:五十音|50音|あいうえお|アイウエオ|登録|番号)順/;
const dated =
  /^(?:印刷|出力|作成|更新|最終更新|発行|調査|改訂|改定|集計|入力|基準)(?:年月)?日?(?:時)?[\s:：]*\D{0,4}\d|\d.{0,12}(?:現在|時点|作成|更新|印刷|出力|改訂|改定|発行)[)）]?$/;
const contact = /0\d{1,4}[-(]\d{1,4}[-)]\d{4}|https?:\/\/|\S@\S+\.\S|^(?:TEL|FAX|電話|℡|☎)/i;
const whereToAsk =
  /^(?:連絡|お?問い?合わ?せ|お?申し?込み?|照会|詳細|詳しく|ご?不明な?点).{0,6}は.{1,20}(?:へ|まで|に)[。.]?$/;
const counted =
  /^(?:.{0,10}(?:計|数|全部で|合わせて|以上)[\s:：]*)\d{1,5}\s?(?:団体|件|組|グル-プ|サ-クル)?(?:です)?[。.]?$/;
const longSentence = 15;
/** A longer text names nothing. */
const LONGEST = 200;

/** Whether the text of a row that holds nothing else ends the table. */
export function isEnding(text: string): boolean {
  const folded = foldWidth(text);
  return ending.test(folded) || ending.test(folded.replace(/\s/g, ''));
}

/** Whether a text says something about the list: a sentence, a date of printing, （順不同）, 次ページへ続く. */
export function isNote(text: string): boolean {
  if (text.length > LONGEST) return true;
  const folded = foldWidth(text).trim();
  if (/^\([^()]*\)$/.test(folded) && !isGroupName(folded.slice(1, -1))) return true;
  if (folded.length >= 8 && politeEnd.test(folded)) return true;
  if (folded.length >= longSentence && /[。.]$/.test(folded)) return true;
  if (whereToAsk.test(folded)) return true;
  if (folded.length <= 30 && (ordering.test(folded) || pageTurn.test(folded) || counted.test(folded))) return true;
  return dated.test(folded) || contact.test(folded) || (folded.length >= 6 && parseDate(folded) !== null);
}

const headingEnd =
  /(?:地区|地域|地方|校区|学区|圏域|エリア|ブロック|方面|管内|部門|分野|関係|関連|の部|団体|一覧表?|名簿|リスト|コ-ナ-|その他)(?:\(.*\)|について)?$/;
const place =
  /^(?:[東西南北中]{1,2}部|中央部?|市[内外]|県[内外]|全域|全市|離島|島しょ部|その他|旧?\p{Script=Han}{1,5}[市町村区郡])$/u;

/** Whether a text is what the parts of a list are called: 東部地区, 福祉・環境, 市民活動団体一覧. */
export function isSectionName(text: string): boolean {
  const folded = bareHeading(text);
  return headingEnd.test(folded) || place.test(folded) || isEnumeration(folded);
}

/** Share of kinds, fields and places among words side by side: 里山・自然・環境, 町内会・自治会. 0 for a single word. */
function categoryShare(text: string): number {
  const pieces = text.split(/[・、,/]/).map((piece) => piece.trim());
  if (pieces.length < 2 || pieces.some((piece) => piece.length > 8 || piece === '')) return 0;
  // 自然・環境 is a field, 自然 is none.
  const unknown = splitActivityFields(text).fields.filter(({ code, label }) => code === null && !isKindOrPlace(label));
  return 1 - unknown.length / pieces.length;
}

function isEnumeration(text: string): boolean {
  return categoryShare(text) >= 0.5;
}

function isKindOrPlace(text: string): boolean {
  return parseOrganizationType(text) !== null || cityNames.has(parseMunicipality(text));
}

const groupEnd =
  /(?:会|クラブ|倶楽部|サ-クル|団|隊|グル-プ|ネット(?:ワ-ク)?|法人|ボランティア|プロジェクト|チ-ム|の家|広場|ひろば|カフェ|サロン|教室|塾|研究所|工房|バンド|コ-ラス|サポ-タ-ズ?|フレンズ|の輪|の里|の森|ハウス|ファミリ-|クル-|セミナ-|友|JAPAN|ジャパン|隊員|愛好家|たち|アンサンブル|オ-ケストラ|シアタ-|スタジオ|くらぶ|さ-くる|ぐる-ぷ)$/i;
/** Bodies above groups: a list is parted by them or made by them as often as they are on it. */
const bodyEnd =
  /(?:自治会|町内会|連合会|連絡会|協議会|協会|委員会|社協|組合?|連盟|連合|社|園|館|所|基金|財団|センタ-|座|連|倶|機構|協働体|ユニオン)$/;
/** Words for a kind of group: a section may be called so as well. */
const kindOfGroup =
  /^(?:(?:スポ-ツ)?少年団|子[供ど]も?会|老人(?:クラブ|会)|婦人会|女性会|青年[団会]|同好会|愛好会|(?:社会福祉|文化|体育|まちづくり)?(?:協議会|協会)|実行委員会|クラブ|サ-クル|グル-プ|ボランティア|公民館|児童館|財団|基金|連合会)$/;

/** Whether a text is made as names of groups are: …の会, …クラブ, NPO法人…; of a body (…協議会, …センター) it may be a list's part as well. */
export function groupLikeness(text: string): 'group' | 'body' | 'none' {
  const folded = bareHeading(text).replace(/\s?\([^()]*\)$/, '');
  if (kindOfGroup.test(folded) || categoryShare(folded) > 0.5) return 'none';
  const [form, bare] = organizationNameKey(folded).split(':', 2);
  if (form !== '' && (bare ?? '').length > 1) return 'group';
  if (bodyEnd.test(folded)) return 'body';
  return groupEnd.test(folded) ? 'group' : 'none';
}

/** 福　祉: letters spread over the width of a cell. */
function joinSpaced(text: string): string {
  return /^\P{N}(?:\s+\P{N})+$/u.test(text.trim()) ? text.replace(/\s+/g, '') : text;
}

export function isGroupName(text: string): boolean {
  return groupLikeness(text) !== 'none';
}

/** Without markers, a leading number and a count in brackets: 下関地区 of ■ 1 下関地区（5団体）. */
export function bareHeading(text: string): string {
  return joinSpaced(foldWidth(text.slice(0, LONGEST)))
    .replace(/[\s-]{2,}$/, '')
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})-]+$/gu, '')
    .replace(/^(?:第?\d{1,3}[.、)\s章節]+|\([0-9]{1,2}\)\s*)/, '')
    .replace(/\s*\(?\d+(?:団体|件)\)?$/, '')
    .trim();
}
