/** Words that lists of values are made of, with their reading; longest words first when a label is read. */
const words: readonly (readonly [string, string])[] = [
  '実施=じっし 済=ずみ 継続=けいぞく 推進=すいしん 一部=いちぶ 検討=けんとう 中=ちゅう 完了=かんりょう',
  '廃止=はいし 未=み 達成=たっせい 概=おおむ 着手=ちゃくしゅ 休止=きゅうし 見直=みなお 拡充=かくじゅう',
  '縮小=しゅくしょう 改善=かいぜん 統合=とうごう 予定=よてい 順調=じゅんちょう 遅=おく 終了=しゅうりょう',
  '中止=ちゅうし 対象=たいしょう 外=がい 新規=しんき 対象外=たいしょうがい 空白=くうはく 公開=こうかい',
  '非=ひ 任意=にんい 団体=だんたい 法人=ほうじん 認定=にんてい 特例=とくれい 一般=いっぱん 公益=こうえき',
  '社団=しゃだん 財団=ざいだん 社会=しゃかい 福祉=ふくし 自治=じち 会=かい 協議=きょうぎ 企業=きぎょう',
  '他=た 保健=ほけん 医療=いりょう 又=また 増進=ぞうしん 教育=きょういく 観光=かんこう 振興=しんこう',
  '農山漁村=のうさんぎょそん 中山間=ちゅうさんかん 地域=ちいき 学術=がくじゅつ 文化=ぶんか 芸術=げいじゅつ',
  '環境=かんきょう 保全=ほぜん 災害=さいがい 救援=きゅうえん 安全=あんぜん 人権=じんけん 擁護=ようご',
  '平和=へいわ 国際=こくさい 協力=きょうりょく 男女=だんじょ 共同参画=きょうどうさんかく 形成=けいせい',
  '促進=そくしん 子=こ 健全=けんぜん 育成=いくせい 情報化=じょうほうか 発展=はってん 科学=かがく',
  '技術=ぎじゅつ 経済=けいざい 活動=かつどう 活性化=かっせいか 職業=しょくぎょう 能力=のうりょく',
  '開発=かいはつ 雇用=こよう 機会=きかい 支援=しえん 消費者=しょうひしゃ 保護=ほご 連絡=れんらく',
  '助言=じょげん 援助=えんじょ 条例=じょうれい 定=さだ',
]
  .flatMap((line) => line.split(' '))
  .map((pair) => pair.split('='))
  .map(([word = '', reading = '']) => [word, reading] as const)
  .toSorted(([a], [b]) => b.length - a.length);

const kanji = /\p{Script=Han}/u;
const longestLabel = 60;

/**
 * How a label of a list is read, in hiragana with all else as it is: 実施済 is じっしずみ. '' when a word of it is not known:
 * half a reading would find nothing.
 */
export function readingOf(label: string): string {
  if (label.length > longestLabel) return '';
  const read = words.reduce((text, [word, reading]) => text.replaceAll(word, reading), label);
  return kanji.test(read) ? '' : read;
}
