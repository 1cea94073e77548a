/** Every sentence the start scripts say. They run before anything is built, so these cannot live in shared/messages. */
export const messages = {
  installing: '必要な部品を入れています（初回だけ、数分かかります）…',
  /** @param {number} seconds */
  stillInstalling: (seconds) => `  入れています… ${seconds} 秒経過`,
  installed: '部品がそろいました。',
  /** @param {string} detail */
  installFailed: (detail) =>
    `部品を入れられませんでした（npm ci）。インターネットへの接続を確かめて、もう一度実行してください。\n${detail}`,
  nodeMissing:
    '部品の Node 24 が見つかりません。npm の ignore-scripts 設定を外し、node_modules を削除してから、もう一度実行してください。',
  /** @param {string} version */
  nodeTooOld: (version) =>
    `Node 20 以上が必要です（今は ${version}）。Node を新しくしてから、もう一度実行してください。`,
  waitingForOther: '同じ作業がほかで進んでいます。終わるのを待っています…',
  building: 'プログラムを組み立てています…',
  /** @param {number} seconds */
  stillBuilding: (seconds) => `  組み立てています… ${seconds} 秒経過`,
  /** @param {string} detail */
  buildFailed: (detail) =>
    `プログラムを組み立てられませんでした。次の内容を直してから、もう一度実行してください。\n${detail}`,
  /** @param {number} limit */
  fetchingElectron: (limit) => `Electron を取得しています（${limit} 秒まで待ちます）…`,
  /** @param {number} seconds @param {number} limit */
  stillFetchingElectron: (seconds, limit) => `  Electron を取得しています… ${seconds} / ${limit} 秒`,
  electronFetched: 'Electron を取得しました。',
  electronTimedOut:
    'Electron を時間内に取得できませんでした。ブラウザで開きます（取得をやり直すには npm start -- --electron）。',
  electronFetchFailed:
    'Electron を取得できませんでした。ブラウザで開きます（取得をやり直すには npm start -- --electron）。',
  electronFailedBefore:
    '24 時間以内に Electron を取得できなかったため、ブラウザで開きます（今すぐ取得するには npm start -- --electron）。',
  electronUnavailable:
    'Electron を取得できませんでした。インターネットへの接続を確かめるか、npm start -- --browser でブラウザ版を開いてください。',
  electronDidNotStart: 'Electron が起動できませんでした。ブラウザで開きます。',
  electronNeedsDisplay: '画面がないため Electron を開けません。npm start -- --browser --no-open を使ってください。',
  /** @param {string} browser */
  openingWindow: (browser) => `画面を開いています: ${browser}`,
  /** @param {string} url */
  openByHand: (url) => `次の URL をブラウザで開いてください（止めるには Ctrl+C）: ${url}`,
  noBrowser: 'Microsoft Edge・Google Chrome・Chromium が見つかりません。',
  /** @param {string} file */
  browserOverrideMissing: (file) => `KYODO_BROWSER に指定されたブラウザがありません: ${file}`,
  windowFailed: 'ブラウザの画面を開けませんでした。',
  windowClosed: '画面が閉じられたので、プログラムを終わります。',
  stopping: 'プログラムを終わっています…',
  stopped: '終わりました。',
  /** @param {string} option */
  unknownOption: (option) => `分からない指定です: ${option}`,
  /** @param {string} option */
  valueMissing: (option) => `${option} のあとに値が必要です。`,
  /** @param {string} value */
  badPort: (value) => `--port には 0 から 65535 の数を書いてください: ${value}`,
  conflict: '--electron は --browser・--no-open・--port と一緒に使えません。',
  testBrowserMissing:
    '画面の試験に使うブラウザがありません。Google Chrome・Microsoft Edge・Chromium のどれかを入れるか、npx playwright install chromium を実行するか、環境変数 KYODO_TEST_BROWSER に実行ファイルを指定してください。',
  postalUsage: '使い方: node scripts/make-postal-table.mjs 郵便番号の一覧のファイル 年-月（例 2025-09）',
  /** @param {number} places @param {number} bytes */
  postalMade: (places, bytes) => `郵便番号の一覧を作りました（${places} 件、${Math.ceil(bytes / 1024)} KB）。`,
  manual: {
    title: '協働台帳 使い方',
    subtitle: '登録団体と計画の実施状況の台帳。画面で F1 を押すと、同じ内容を見られます。',
    contents: '目次',
  },
  /** @param {string} file @param {number} pages */
  manualPrinted: (file, pages) => `説明書を ${file} に書きました（${pages} ページ）。`,
  /** @param {number} found @param {number} expected */
  manualPagesWrong: (found, expected) =>
    `目次のページ番号が合いません（${found} ページ、予定は ${expected} ページ）。目次が 1 ページに収まるか確かめてください。`,
  usage: `使い方: npm start -- [指定]
  --ledger ファイル   開く台帳ファイル
  --electron         Electron で開く（なければ取得を試みる）
  --browser          Edge・Chrome・Chromium の画面で開く
  --no-open          画面を開かず、URL だけを表示する
  --port 番号         ブラウザ版が使うポート（省けば空いている番号）`,
};
