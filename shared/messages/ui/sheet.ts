/** Words of the grid that every list uses. */
export const sheetText = {
  choiceHint: '記号・番号・ことばを入力',
  manyDone: '決定',
  manyCancel: 'やめる',
  manyOrder: (position: number): string => `${position}番目`,
  rejected: (where: string, message: string): string => `${where}: ${message}`,
  rejectedMore: (count: number): string => `ほかに ${count} か所`,
  fix: '直す',
  giveUp: '元の値に戻す',
  empty: '表示する行がありません',
  readFailed: '一覧を読めませんでした。',
} as const;
