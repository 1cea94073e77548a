type ScreenWords = {
  readonly label: string;
  /** On a narrow window. */
  readonly short: string;
  readonly hint: string;
  /** What it is looked for by; the first is the reading. */
  readonly keywords: readonly string[];
};

/** What every screen is called, shows, and is looked for by, in the order of the navigation. */
export const screenText = {
  home: {
    label: 'ホーム',
    short: 'ホーム',
    hint: '台帳のいまの様子と、することの一覧',
    keywords: ['ほーむ', '今日の台帳', '最初の画面', 'home'],
  },
  organizations: {
    label: '登録団体',
    short: '団体',
    hint: '登録団体の一覧を見る・直す',
    keywords: ['とうろくだんたい', '名簿', 'めいぼ', '団体', '電話', '更新', 'organizations'],
  },
  measures: {
    label: '施策・実施状況',
    short: '施策',
    hint: '計画の推進項目と実施状況を見る・入れる',
    keywords: ['せさく', 'じっしじょうきょう', '計画', 'けいかく', '推進項目', '再掲', '評価', 'measures'],
  },
  import: {
    label: '取込',
    short: '取込',
    hint: '名簿や一覧のExcel・CSVを取り込む',
    keywords: ['とりこみ', '取り込む', 'エクセル', '読み込み', 'よみこみ', 'インポート', 'import'],
  },
  export: {
    label: '出力',
    short: '出力',
    hint: '県に出す様式や名簿のExcelをつくる',
    keywords: ['しゅつりょく', '書き出し', 'かきだし', '印刷', 'いんさつ', 'エクセル', 'エクスポート', 'export'],
  },
  history: {
    label: '履歴',
    short: '履歴',
    hint: 'いつ・だれが・なにを変えたか。どの変更も元に戻せます',
    keywords: ['りれき', '変更', 'へんこう', '元に戻す', 'ログ', 'history'],
  },
  settings: {
    label: '設定',
    short: '設定',
    hint: '担当者名・センター名・台帳ファイル・バックアップ',
    keywords: ['せってい', '担当者', 'たんとうしゃ', 'センター名', 'バックアップ', '復元', 'settings'],
  },
} as const satisfies Readonly<Record<string, ScreenWords>>;
