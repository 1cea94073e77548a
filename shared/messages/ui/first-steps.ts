/** The first run in three steps: on the welcome page, then on ホーム until they are done or put away. */
export const firstStepsText = {
  title: 'はじめの3ステップ',
  lead: 'いまお使いのExcelをそのまま取り込むだけで始められます。三つの手順で終わりです。',
  steps: [
    { title: '台帳をつくる', body: '名前を付けてつくります。先に見本で試すこともできます。' },
    {
      title: 'Excelを取り込む',
      body: '登録団体の名簿や実施状況一覧のExcelを選びます。見出しや空行が混じったままで大丈夫です。変わるところを確かめてから取り込み、1回で元に戻せます。',
    },
    {
      title: '見て確かめる・出力する',
      body: '取り込んだ一覧を見て、直すところを直します。県様式第3号や実施状況一覧のExcelもここからつくれます。',
    },
  ],
  done: '済み',
  import: 'Excelを取り込む',
  organizations: '登録団体を見る',
  measures: '施策・実施状況を見る',
  export: '出力を開く',
  help: 'くわしい説明を読む',
  close: 'もう表示しない',
  emptyTitle: 'この台帳にはまだ何も入っていません',
  emptyBody: 'いまお使いの名簿や実施状況一覧のExcelを取り込むと、ここに数と、することが出ます。',
} as const;
