import { searchKey } from './search-key.ts';

/** Words people use for one thing of this program, with their readings: who types とりこみ, インポート or import looks for 取込. */
const groups = [
  '取込 取り込み 取り込む とりこみ とりこむ 読み込み よみこみ インポート import',
  '出力 しゅつりょく 書き出し かきだし エクスポート export',
  '元に戻す もとにもどす 取り消し とりけし アンドゥ undo',
  'やり直す やりなおす やり直し やりなおし redo',
  '履歴 りれき 変更履歴 ログ history',
  'バックアップ 控え ひかえ 保存 ほぞん backup save',
  '復元 ふくげん 戻し方 もどしかた リストア restore',
  '貼り付け はりつけ 貼付 ペースト paste',
  'コピー 写す うつす copy',
  '切り取り きりとり カット cut',
  'さがす 探す 検索 けんさく search find',
  '置きかえ 置き換え おきかえ 置換 ちかん replace',
  'しぼり込み 絞り込み しぼりこみ フィルター filter',
  '並べ替え ならべかえ ソート sort',
  'まとめて変更 一括 いっかつ 一括変更 まとめて',
  '登録団体 とうろくだんたい 名簿 めいぼ 団体 だんたい',
  '施策 せさく 推進項目 すいしんこうもく 計画 けいかく',
  '実施状況 じっしじょうきょう 評価 ひょうか',
  '再掲 さいけい',
  '未回答 みかいとう 空欄 くうらん 未入力',
  '有効期限 ゆうこうきげん 期限 きげん 期限切れ',
  '引き継ぎ ひきつぎ 引継 異動 いどう 担当替え',
  '個人情報 こじんじょうほう プライバシー 非公開 ひこうかい',
  '公開 こうかい',
  '設定 せってい 環境設定',
  '印刷 いんさつ プリント print',
  '様式 ようしき 県様式 けんようしき 報告書 ほうこくしょ',
  '郵便番号 ゆうびんばんごう 住所 じゅうしょ',
  'フリガナ ふりがな 読みがな よみがな',
  '列 れつ 項目 こうもく',
  '行 ぎょう',
  '固定 こてい ウィンドウ枠',
  '配色 はいしょく 色 いろ テーマ ダーク 画面の見え方 theme',
  '文字の大きさ もじのおおきさ フォント 拡大 かくだい',
  'キーボード ショートカット キー操作 keyboard shortcut',
  '台帳 だいちょう ファイル',
  'パスワード 暗号 あんごう password',
  '困ったとき こまったとき エラー 不具合 ふぐあい トラブル error',
  'ヘルプ 使い方 つかいかた 使いかた マニュアル 説明書 せつめいしょ help',
  '消す けす 削除 さくじょ delete',
  '追加 ついか 足す たす 挿入 そうにゅう',
  '日付 ひづけ 和暦 われき',
] as const;

const sameWords: readonly (readonly string[])[] = groups.map((group) => [...new Set(group.split(' ').map(searchKey))]);

/** A whole word is known by its beginning from this many letters on, so that a search goes on fitting while it is typed. */
const SHORTEST_BEGINNING = 2;

/** A word (key of searchWords) and the others that people use for the same thing. */
export function alternativesOf(word: string): readonly string[] {
  const means = (other: string): boolean =>
    other === word || (word.length >= SHORTEST_BEGINNING && other.startsWith(word));
  return [...new Set([word, ...sameWords.filter((group) => group.some(means)).flat()])];
}
