/** The command palette: one field for functions, screens, groups, measures and the manual. */
export const paletteText = {
  button: '機能・団体・施策をさがす',
  buttonKey: 'Ctrl+K',
  title: '機能・団体・施策をさがす',
  placeholder: 'したいこと、団体名、推進項目、番号などを入れる',
  listLabel: '見つかったもの',
  groups: { records: '団体・推進項目', manual: '使い方' },
  organization: '団体',
  measure: '推進項目',
  exportHint: '出力の画面でつくる',
  manualHint: '使い方を右側に出す',
  manualSearch: (query: string): string => `「${query}」を使い方の説明からさがす`,
  manualSearchHint: '説明書の全文をさがします',
  searching: 'さがしています…',
  noneTitle: (query: string): string => `「${query}」は見つかりません`,
  noneBody:
    '団体名や推進項目は、2文字以上で、名前の一部・フリガナ・番号を入れてください。機能は「取込」「バックアップ」のように短いことばでさがせます。',
  count: (count: string): string => `${count} 件見つかりました`,
  keyMove: '選ぶ',
  keyOpen: '開く',
  keyClose: '閉じる',
} as const;
