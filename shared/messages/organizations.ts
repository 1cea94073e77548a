import { shortened } from '#shared/domain/shortened.ts';

/** How an edit of the register is named in 履歴, and why a typed value was refused. */
export const organizationLabels = {
  editOne: (name: string, field: string, after: string): string =>
    `「${name}」の${field}を${after === '' ? '空欄に' : `「${after}」に`}変更`,
  editGroup: (name: string, cells: number): string => `「${name}」の ${cells}か所を変更`,
  editMany: (groups: number, cells: number): string => `登録団体 ${groups}団体の ${cells}か所を変更`,
  editField: (groups: number, field: string): string => `登録団体 ${groups}団体の${field}を変更`,
  add: (name: string): string => `団体「${name}」を追加`,
  addMany: (groups: number): string => `登録団体 ${groups}団体を追加`,
  /** Of one paste: what it changed, and what it added. */
  both: (edited: string, added: string): string => `${edited}、${added}`,
  copyOne: (name: string): string => `団体「${name}」を複製`,
  copyMany: (groups: number): string => `登録団体 ${groups}団体を複製`,
  removeOne: (name: string): string => `団体「${name}」を削除`,
  removeMany: (groups: number): string => `登録団体 ${groups}団体を削除`,
} as const;

export const invalidValueReasons = {
  required: '団体名は空欄にできません。団体の名前を入れてください。',
  noGroup: 'この行に団体名がないため、団体を追加できません。同じ行に団体名を入れてください。',
  oneValue: 'この項目には値が一つだけ入ります。「加える」「除く」ではなく「入れる」を選んでください。',
  noLabel: '加えるもの、除くものを一つ以上選んでください。',
  date: '日付として読めません。R7.4.1、令和7年4月1日、2025/4/1 のように入れてください。',
  count: '数として読めません。192 のように数字で入れてください。',
  phone: '電話番号の桁が合いません。市外局番から入れてください(例 083-934-4666)。',
  postal: '郵便番号は数字 7 桁で入れてください(例 753-0056)。',
  flag: '公開・非公開のどちらか読めません。○(公開)か ×(非公開)を入れてください。',
  error: '表計算のエラー(#REF! など)は値ではありません。正しい値を入れてください。',
  corporateNumber: '法人番号は 13 桁で、先頭の検査数字が合っている必要があります。',
} as const;

const longestQuote = 60;

export const organizationTexts = {
  changedGroup: '変更する団体',
  copiedGroup: '複製する団体',
  tooLong: (limit: number): string => `文が長すぎます。Excel のセルに入る ${limit} 文字までにしてください。`,
  /** One line of a text that may be long, for a message or a line of 履歴. */
  shortened: (text: string): string => shortened(text.replace(/\s+/gu, ' ').trim(), longestQuote),
} as const;
