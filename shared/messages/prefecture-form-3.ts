/** Sentences that the filled 県様式第3号 carries to the prefecture, and the errors of filling it. */
export const prefectureForm3Messages = {
  city: (city: string) => (city === '' ? '市町不明' : city),
  cityAndType: (city: string, type: string) => `${city}の${type === '' ? '種別不明' : type}`,
  leftOverItem: (label: string, groups: number, members: number) => `${label} ${groups}団体(構成員${members}人)`,
  leftOver: (items: readonly string[]) => `様式に欄がないため表に含めていないもの：${items.join('、')}`,
  badDate: (date: string) => `報告年月日「${date}」`,
} as const;
