/** What every action is called, does, and is looked for by. The first keyword is the reading. */
export const actionText = {
  groups: { work: '操作', screens: '画面', files: 'Excelをつくる', program: 'プログラム' },
  needsLedger: '台帳を開いているときに使えます。',
  readOnly: '読み取り専用で開いているため、使えません。',
  undo: {
    hint: '最後にした変更を取り消す',
    keywords: ['もとにもどす', '取り消し', 'とりけし', '戻す', 'アンドゥ', 'undo'],
  },
  undoImport: {
    title: '取込を元に戻しますか',
    body: (label: string): string =>
      `「${label}」で台帳に入ったものが、すべて取込の前に戻ります。\n「やり直す」でもう一度入れられます。`,
    ok: '取込を元に戻す',
  },
  redo: { hint: '元に戻した変更をもう一度する', keywords: ['やりなおす', 'やり直し', 'リドゥ', 'redo'] },
  backup: {
    label: '今すぐバックアップ',
    hint: '台帳の控えをとる。変更はふだんから自動で保存されています',
    keywords: ['いますぐばっくあっぷ', '保存', 'ほぞん', '控え', 'ひかえ', '上書き', 'save', 'backup'],
    running: 'バックアップをとっています',
    done: '自動で保存されています。バックアップを取りました。',
  },
  closeLedger: {
    hint: '台帳を選ぶ画面へもどる',
    keywords: ['だいちょうをとじる', '終了', 'しゅうりょう', '別の台帳', '切り替え', 'close'],
  },
  palette: {
    label: '機能・団体・施策をさがす',
    hint: 'ことばを入れて、機能・画面・団体・施策・使い方をさがす',
    keywords: ['さがす', '検索', 'けんさく', 'コマンド', 'search'],
  },
  help: {
    label: 'ヘルプ',
    hint: 'いま開いている画面の使い方を右側に出す',
    keywords: ['へるぷ', '使い方', 'つかいかた', 'マニュアル', '説明書', 'せつめい', 'help'],
  },
  keyboard: {
    label: 'キーボードの一覧',
    hint: '使えるキーの組み合わせを見る',
    keywords: ['きーぼーど', 'ショートカット', 'キー操作', 'shortcut', 'keyboard'],
  },
  themes: {
    hint: '画面の色を変える。このパソコンで次に開いたときも同じ色です',
    keywords: ['ひょうじ', '画面の色', 'いろ', 'テーマ', 'ダークモード', 'ハイコントラスト', '見やすく', '目', 'theme'],
    label: (theme: string): string => `表示の切り替え: ${theme}`,
    whyNot: 'いまこの表示です。',
  },
} as const;
