/** 郵便番号の表 on the settings screen: which one is in use, and how to bring a newer one. */
export const postalText = {
  title: '郵便番号の表',
  lead: '登録団体の郵便番号から住所の初めの部分を入れるときに使います。台帳ではなく、このパソコンにあります。',
  source: '使用中の表',
  sources: { bundled: '付属', file: 'ファイル' },
  codes: '件数',
  codesOf: (count: string): string => `${count}件`,
  month: '何月の分か',
  monthUnknown: 'ファイルには書かれていません',
  update: 'ファイルから新しくする',
  reading: '表を読んでいます。少しお待ちください。',
  updated: (count: string): string => `郵便番号の表を新しくしました(${count}件)。`,
  reset: '付属の表に戻す',
  resetTitle: '付属の表に戻しますか',
  resetBody:
    'ファイルから入れた表を消し、プログラムに付いている表を使います。台帳に入力ずみの郵便番号と住所は変わりません。',
  resetOk: '付属の表に戻す',
  resetDone: '付属の郵便番号の表に戻しました。',
  howTitle: '新しい表の手に入れ方',
  howSteps: [
    'インターネットにつながる別のパソコンで「郵便番号データダウンロード」を検索し、日本郵便(郵便局)のページを開きます。',
    '「住所の郵便番号」の全国のファイル(utf_ken_all.zip など)を保存します。県別のファイルと「事業所の個別郵便番号」は使えません。',
    'USBメモリなどでこのパソコンに移し、「ファイルから新しくする」で選びます。圧縮したままのZIPでも、中のCSVでもかまいません。',
  ],
} as const;
