import type { CellValue } from '#shared/contract/common.ts';

type FileReport = {
  readonly file: string;
  readonly kind: string;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  readonly changedFields: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly error?: unknown;
};
type Plan = {
  readonly title: string;
  readonly policies: number;
  readonly sections: number;
  readonly measures: number;
  readonly placements: number;
  readonly marks: Readonly<Record<string, number>>;
  readonly dispositions: Readonly<Record<string, number>>;
};
type Summary = {
  readonly organizations: {
    readonly total: number;
    readonly byType: Readonly<Record<string, number>>;
    readonly byCity: Readonly<Record<string, number>>;
  };
  readonly plans: readonly Plan[];
};
type Check = {
  readonly damage: readonly string[];
  readonly brokenReferences: number;
  readonly tamperedChangeSets: readonly string[];
  readonly alteredRows: number;
  readonly staleListRows: number;
};

const kinds: Readonly<Record<string, string>> = {
  organizations: '登録団体の名簿',
  'status-list': '実施状況一覧',
  unknown: '取り込める表が見つかりません',
};

function counts(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([label, count]) => `${label} ${count}`)
    .join('・');
}

function lines(report: FileReport): string[] {
  const changed = counts(report.changedFields);
  return [
    `  読んだ行 ${report.read}、増える ${report.added}、変わる ${report.changed}、そのまま ${report.unchanged}、取り込まない ${report.skipped.length}`,
    ...(changed === '' ? [] : [`  変わるところ: ${changed}`]),
    ...report.warnings.map((warning) => `  注意: ${warning}`),
  ];
}

export const cliTexts = {
  importReport: (report: FileReport, dryRun: boolean): string[] => {
    if (report.error !== undefined) return []; // said on stderr
    return [
      `${report.file}: ${kinds[report.kind] ?? report.kind}${dryRun ? '(試しに読んだだけで、台帳は変えていません)' : ''}`,
      ...lines(report),
    ];
  },
  rowToCheck: (row: number, reason: string): string => `${row}行目を確かめてください: ${reason}`,
  exported: (rows: number, file: string): string => `${rows}行を出力しました: ${file}`,
  summary: ({ organizations, plans }: Summary): string[] => [
    `登録団体 ${organizations.total}団体`,
    ...(organizations.total === 0
      ? []
      : [`  種別: ${counts(organizations.byType)}`, `  市町: ${counts(organizations.byCity)}`]),
    ...plans.flatMap((plan) => [
      plan.title,
      `  ${plan.policies}方針 ${plan.sections}施策 ${plan.measures}項目(再掲を含めて ${plan.placements}行)`,
      `  実施状況: ${counts(plan.marks)}`,
      `  今後の取扱い: ${counts(plan.dispositions)}`,
    ]),
  ],
  organizationLine: (record: Readonly<Record<string, CellValue>>): string =>
    [record['reg_no'], record['name'], record['org_type'], record['city'], record['phone'], record['valid_until']]
      .map((value) => value ?? '')
      .join('\t'),
  measureLine: (record: Readonly<Record<string, unknown>>): string =>
    [record['no'], `${String(record['name'])}${String(record['repost_label'])}`, record['mark'], record['disposition']]
      .map((value) => String(value ?? ''))
      .join('\t'),
  nothingToUndo: '元に戻すものはありません。',
  check: (sound: boolean, found: Check): string[] =>
    sound
      ? ['点検しました。台帳に問題はありません。']
      : [
          '台帳に問題が見つかりました。新しい入力をせず、バックアップを読み取り専用で開いて比べてください。',
          ...found.damage.slice(0, 5).map((text) => `  ファイルの傷み: ${text}`),
          ...(found.brokenReferences > 0 ? [`  つながりの切れた行: ${found.brokenReferences}`] : []),
          ...(found.tamperedChangeSets.length > 0
            ? [`  履歴の中身が記録時と違う変更: ${found.tamperedChangeSets.length}`]
            : []),
          ...(found.alteredRows > 0 ? [`  履歴に残る内容と違う行: ${found.alteredRows}`] : []),
          ...(found.staleListRows > 0 ? [`  一覧とくい違う団体: ${found.staleListRows}`] : []),
        ],
  backedUp: (file: string, bytes: number): string =>
    `バックアップしました(点検済み): ${file} ${Math.ceil(bytes / 1024)}KB`,
  notVerified: '作ったバックアップの点検に合格しませんでした',
  ledgerNeeded: '台帳ファイルを指定してください。',
  filesNeeded: '取り込むファイルを指定してください。',
  outNeeded: '出力先を --out で指定してください。',
  layoutNeeded: (layouts: readonly string[]): string => `様式を --layout で指定してください: ${layouts.join(' | ')}`,
  badDate: (text: string): string => `日付「${text}」を読めません。2026-03-31 や R8.3.31 のように指定してください。`,
  badFiscalYear: (text: string): string => `年度「${text}」を読めません。2025 や R7 のように指定してください。`,
  unknownOption: (option: string): string => `「${option}」という指定はありません。--help で使い方を確かめてください。`,
  wrongOption: (option: string): string =>
    `指定「${option}」の書き方が正しくありません。値が要るものには値を、要らないものには値を付けずに書いてください。--help で使い方を確かめられます。`,
  foreignOption: (command: string, option: string): string =>
    `「${command}」に「${option}」は付けられません。何もしていません。--help で使い方を確かめてください。`,
  surplus: (text: string): string => `「${text}」は余分です。台帳ファイルは1つだけ指定してください。`,
  unknownCommand: (command: string): string =>
    `「${command}」という命令はありません。--help で使い方を確かめてください。`,
  usage: `使い方: npm run --silent daicho -- 命令 …
  import ファイル… --ledger 台帳 [--dry-run] [--sheet 名] [--fiscal-year 2025] [--plan-title 名]
  export 台帳 --layout status-list|organizations|organizations-public|prefecture-form-3 --out ファイル [--date 日付] [--fiscal-year 2025] [--personal]
  summary 台帳
  list organizations 台帳
  list measures 台帳 [--fiscal-year 2025]
  undo 台帳
  check 台帳
  backup 台帳 [--out ファイル]
共通: --json 機械で読む形、--data-dir フォルダー、--actor 担当者名
終了の値: 0 済み、1 失敗、2 取り込めるものがない`,
} as const;
