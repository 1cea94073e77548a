/** Why a file is not taken as the list of postal codes; each ends up inside the sentence of POSTAL_FILE. */
export const postalReasons = {
  empty: '中身が空です',
  tooLarge: '大きすぎます',
  notText: '文字の一覧(CSV)ではありません',
  damaged: 'こわれているか、途中で切れています',
  noCsvInside: '圧縮ファイルの中にCSVがありません',
  manyCsvInside: '圧縮ファイルの中にCSVがいくつもあります',
  unsafe: '安全に開けない圧縮ファイルです',
  encoding: (line: number): string => `${line}行目に読めない文字があります`,
  line: (line: number): string => `${line}行目が郵便番号の一覧の形ではありません`,
  offices: '「事業所の個別郵便番号」の一覧です',
  partial: (prefectures: number): string => `${prefectures}都道府県分しかありません`,
  few: (codes: number): string => `${codes}件しかありません`,
} as const;
