/** Charts of any screen, and the table each of them can be read as. */
export const chartText = {
  showTable: '表で見る',
  showChart: '図で見る',
  failed: '図を出せませんでした。数は「表で見る」で確かめられます。',
  described: (title: string): string => `${title}の図。同じ数が、すぐ後の表にあります。`,
  open: (name: string): string => `${name}の一覧を開く`,
  openCell: (name: string, heading: string, count: string): string => `${name} ${heading} ${count}の一覧を開く`,
  share: (count: string, percent: string): string => `${count} (${percent}%)`,
  hint: 'クリックすると一覧を開きます',
} as const;
