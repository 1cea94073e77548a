/** Words of one kanji each: the common form first, then the forms that names of people and places are also written with. */
const groups = [
  '高髙 崎﨑嵜碕 吉𠮷 辺邉邊 斉齊斎齋 浜濱濵 島嶋嶌 沢澤 広廣 瀬瀨 桜櫻 国國 真眞 竜龍',
  '槙槇 桑桒 柳栁 徳德 橋𣘺 富冨 館舘 恵惠 寿壽 円圓 学學 会會 県縣 渋澁澀',
  '関關 浅淺 弥彌 豊豐 鉄鐵鐡 静靜 顕顯 暁曉 栄榮 実實 声聲 芸藝 万萬 礼禮',
  '条條 来來 横橫 黒黑 緑綠 清淸 青靑 郎郞 凛凜 尭堯 峰峯 梅楳 松枩 野埜',
  '桧檜 薮藪 亀龜 滝瀧 巌巖 総總 応應 団團 区區 児兒 蔵藏 当當 戸戶 為爲',
  '経經 済濟 仏佛 晃晄 昇曻 鶴靏靎 囲圍 画畫 気氣 帰歸 旧舊 協恊 撃擊 検檢',
  '権權 厳嚴',
];

const common = new Map<string, string>();
for (const group of groups.join(' ').split(' ')) {
  const [first, ...others] = [...group];
  for (const other of others) if (first !== undefined && !common.has(other)) common.set(other, first);
}
const variants = new RegExp(`[${[...common.keys()].join('')}]`, 'gu');

/** Replaces variant kanji (髙 﨑 𠮷 邉 齋 …) by the common form. For comparing only: the variant is the person's name. */
export function foldVariantKanji(text: string): string {
  return text.replace(variants, (kanji) => common.get(kanji) ?? kanji);
}
