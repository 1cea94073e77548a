import type { DateNote } from '#shared/domain/dates.ts';

const dateNotes: Readonly<Record<DateNote, string>> = {
  'era-overrun': '元号の終わったあとの日付です',
  'era-early': '元号の始まる前の日付です',
  'two-digit-year': '西暦の下 2 桁とみなします',
  'year-assumed': '今年度とみなします',
  serial: 'Excel の日付の番号とみなします',
};

/** What a text typed into a cell of the register means, told below the cell. */
export const organizationCellText = {
  date: (day: string, note: DateNote | undefined): string => (note === undefined ? day : `${day}(${dateNotes[note]})`),
  zeroRestored: (value: string): string => `${value}(先頭の 0 を補います)`,
  phoneRest: (phone: string, rest: string): string => `${phone}(「${rest}」は入りません。備考などに書いてください)`,
  otherType: (type: string): string => `一覧にない種別「${type}」です(だれも使っていなければ、入れる前に確かめます)`,
  unknownLabels: (labels: string): string => `一覧にない分野です: ${labels}`,
  corporateNumberRight: '先頭の検査数字が合っています',
  corporateNumberLength: (digits: number): string => `法人番号は 13 桁です(いま ${digits} 桁)。`,
  corporateNumberCheck: '13 桁ありますが、先頭の検査数字が合いません。打ちまちがいがないか確かめてください。',
} as const;
