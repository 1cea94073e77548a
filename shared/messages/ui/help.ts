/** The help panel. */
export const helpText = {
  title: 'ヘルプ',
  button: 'ヘルプ',
  buttonHint: 'この画面の使い方(F1)',
  close: 'ヘルプを閉じる',
  searchLabel: '使い方をさがす',
  searchPlaceholder: '使い方をさがす(例: 再掲、貼り付け)',
  searchClear: '検索をやめる',
  contents: '目次',
  onThisPage: 'このページの内容',
  found: (count: string): string => `${count} か所に見つかりました`,
  foundMost: (count: string): string => `はじめの ${count} か所を出しています。ことばを足すと絞れます`,
  noneTitle: (query: string): string => `「${query}」は見つかりません`,
  noneBody: '短いことばや別の言い方(例: 保存、戻す、貼り付け)でさがすか、目次から選んでください。',
  noPage: 'このページは見つかりません。目次から選んでください。',
} as const;
