/** Files for the prefecture, the public and the office. */
export const exportText = {
  title: '出力',
  lead: '台帳からExcelをつくります。台帳は変わりません。',
  external: '外に出す',
  internal: '内部用',
  date: '基準日',
  dateCount: (wareki: string): string => `${wareki} 現在の数を数えます`,
  datePrint: (wareki: string): string => `${wareki} 現在と印字します`,
  dateWrong: '日付を R8.3.31 や 2026/3/31 のように入れてください。',
  plan: '計画',
  year: '年度',
  personal: '個人情報の列も入れる(代表者・連絡責任者・住所・メールなど)',
  personalWarning:
    '個人情報が入ったファイルになります。渡す相手と目的を確かめ、決められた手続きをとってから出してください。非公開の項目は空欄のままです。',
  internalWarning: '内部用です。非公開の連絡先も入ります。外に出さないでください。',
  create: 'Excelをつくる',
  creating: (title: string): string => `「${title}」をつくっています`,
  notReady: '出力するデータがまだありません。先に「取込」でExcelを取り込むか、台帳に入力してください。',
  done: (fileName: string, rows: string, size: string): string =>
    `「${fileName}」をつくりました(${rows} 行、${size})。`,
  savedAs: (path: string): string => `${path} に保存しました。`,
  downloaded: 'ダウンロードのフォルダーに保存されます。',
  notSaved: '保存はやめました。',
  saveAgain: 'もう一度保存する',
} as const;
