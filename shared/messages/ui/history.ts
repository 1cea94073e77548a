/** The change log in words, and the history of one record. */
export const historyText = {
  title: '履歴・元に戻す',
  lead: 'すべての変更が残っています。どの変更も、あとから元に戻せます。',
  label: '変更の一覧',
  when: 'いつ',
  who: 'だれが',
  what: 'なにを',
  count: '件数',
  changes: (count: string): string => `${count} か所`,
  expand: (label: string): string => `「${label}」の中身を見る`,
  collapse: (label: string): string => `「${label}」の中身を閉じる`,
  /** What the button of a line does. */
  stepOf: {
    undo: (label: string): string => `「${label}」を元に戻す`,
    redo: (label: string): string => `「${label}」をやり直す`,
  },
  /** What a line is that turned another one around. */
  kinds: { undo: '元に戻す操作', redo: 'やり直す操作' },
  /** What has become of a line since. */
  turnedAround: { change: '元に戻し済み', undo: 'そのあとやり直し済み', redo: 'そのあと元に戻し済み' },
  inForceAgain: 'やり直して、いまは有効',
  more: 'もっと前を見る',
  noneTitle: 'まだ変更がありません',
  noneBody: '取り込みや編集をすると、いつ・だれが・なにを変えたかがここに残ります。',
  rest: (shown: string, total: string): string => `${total} か所のうち ${shown} か所を表示しています`,
  record: '対象',
  field: '項目',
  before: '前',
  after: '後',
  blank: '(空白)',
  recordTitle: '変更履歴',
  recordNone: '変更はありません。',
  cellNone: 'このセルの変更はありません。',
  status: (count: string): string => `${count} 件を表示`,
} as const;
