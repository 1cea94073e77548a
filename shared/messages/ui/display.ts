/** How the program looks: theme, density, size of text. */
export const displayText = {
  title: '画面の見え方',
  lead: 'このパソコンでの見え方です。台帳やExcelの内容は変わりません。選ぶとすぐに変わります。',
  theme: '配色',
  themes: {
    system: 'Windowsに合わせる',
    light: '明るい',
    dark: '暗い',
    contrast: 'くっきり(白地に黒)',
  },
  themeNotes: {
    system: 'Windowsの明暗とコントラストの設定に従います。',
    light: '白い地の標準の配色です。',
    dark: '暗い部屋や、まぶしさが気になるときに。',
    contrast: '細い線や薄い色が見づらいときに。',
  },
  density: '行の高さ',
  densities: { compact: '標準', comfortable: 'ゆったり' },
  textSize: '文字の大きさ',
  textSizes: { standard: '標準', large: '大', largest: '特大' },
  percent: (percent: number): string => `${percent}%`,
  preview: '見え方の見本',
  sample: {
    number: 'NO',
    name: '推進項目',
    mark: 'R7',
    disposition: '今後',
    rows: [
      { number: '1', name: '地域交流センターの設置', mark: '◎', disposition: '完了', tone: 'good' },
      { number: '2', name: '市民活動の拠点機能の充実', mark: '○', disposition: '継続', tone: 'info' },
      { number: '3', name: '補助金・助成金の見直し', mark: '△', disposition: '縮小', tone: 'warn' },
      { number: '4', name: '職員ハンドブックの作成', mark: '×', disposition: '廃止', tone: 'bad' },
    ],
    states: { selected: '選択中', found: 'さがした語', changed: '変わるセル', refused: '入らない値' },
  },
} as const;
