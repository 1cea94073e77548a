/** Sentences shown once after a ledger was opened. */
export const sessionNotices = {
  recovered: '前回の終了が正常でなかったため点検しました。台帳は直前の保存のとおりです。',
  openedForReading: '読み取り専用で開いています。変更はできません。',
  fileIsReadOnly:
    'ファイルが読み取り専用のため、閲覧のみで開いています。変えるには、ファイルの「読み取り専用」を外すか、書き込める場所にコピーしてください。',
  openedBackup: 'バックアップを読み取り専用で開いています。続きを入力するには、もとの台帳を開いてください。',
  backupFailed: (reason: string): string =>
    `開いたときのバックアップを作れませんでした(${reason})。空き容量を確かめ、「設定」からバックアップしてください。`,
  networkPlace:
    '台帳が共有フォルダーにあります。通信が切れると壊れることがあります。自分のパソコンに置き、共有フォルダーにはバックアップを置いてください。',
  syncPlace:
    '台帳が同期フォルダー(OneDrive など)にあります。同期中に壊れることがあります。同期しないフォルダーに移してください。',
} as const;

export const sessionLabels = {
  saveSettings: '台帳の設定を変更',
  sampleTitle: '見本の台帳',
  sampleCenter: '見本市民活動支援センター',
  fillSample: '見本の計画と団体を入れる',
} as const;
