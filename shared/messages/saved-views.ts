/** Words about saved looks at a sheet (保存した表示). */
export const savedViewTexts = {
  what: '保存した表示',
  name: '表示の名前',
  nameMissing: '名前を入れてください。',
  save: (name: string): string => `表示「${name}」を保存`,
  remove: (name: string): string => `表示「${name}」を削除`,
} as const;
