/** Rows of a file that ask which group they are. */
export const importQuestions = {
  title: '確かめる行',
  lead: '答えるまで、この行は取り込みません。',
  row: (row: string, name: string): string => `${row}行目 ${name}`,
  write: (label: string): string => `「${label}」に書き込む`,
  add: '新しい団体として追加する',
  leave: '取り込まない',
  all: (count: string): string => `まだの ${count} 行をまとめて`,
  allNearest: 'いちばん近い団体に書き込む',
  allNew: '新しい団体にする',
  allLeave: '取り込まない',
  more: (count: string): string => `あと ${count} 行を見る`,
} as const;
