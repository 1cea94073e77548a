import type { ScreenName } from '#renderer/screens.ts';

/**
 * Names of the elements that end-to-end tests hold on to, written as data-testid.
 * Grid cells are found by AG Grid's own attributes: `[row-index="0"] [col-id="name"]` inside `[data-testid="sheet-…"]`.
 */
export const testIds = {
  /** Left navigation: nav-home, nav-organizations … */
  nav: (screen: ScreenName): string => `nav-${screen}`,
  /** 保存済み 10:32 in the top bar; the exact moment is the element's data-saved. */
  savedAt: 'saved-at',
  ledgerName: 'ledger-name',
  undoButton: 'undo-button',
  redoButton: 'redo-button',
  actor: 'actor',
  /** The h1 of the screen in front. */
  screenTitle: 'screen-title',
  statusBar: 'status-bar',
  /** The two choices at the right of the status bar. */
  displayDensity: 'display-density',
  displayTextSize: 'display-text-size',
  /** Any error shown in place. */
  errorPanel: 'error-panel',
  connectionLost: 'connection-lost',
  jobs: 'jobs',
  jobCancel: 'job-cancel',
  confirmOk: 'confirm-ok',
  confirmCancel: 'confirm-cancel',
  /** Grids: sheet-organizations, sheet-measures, sheet-import. */
  sheet: (name: string): string => `sheet-${name}`,
  /** The bar over a grid that tells why a typed value was not taken. */
  sheetRejected: 'sheet-rejected',
  /** The menu of the right mouse button over a cell. */
  sheetMenu: 'sheet-menu',
  /** What the sheet last told screen readers. */
  sheetAnnouncement: 'sheet-announcement',
  /** The ▼ menu of a column, its value list and fields. */
  filterMenu: 'filter-menu',
  filterSearch: 'filter-search',
  filterValues: 'filter-values',
  filterOperand: 'filter-operand',
  filterPeriod: 'filter-period',
  filterFrom: 'filter-from',
  filterTo: 'filter-to',
  filterOk: 'filter-ok',
  filterClear: 'filter-clear',
  /** The conditions in force above a grid. */
  filterChips: 'filter-chips',
  /** Saved views: the button, the name field and its OK. */
  viewMenu: 'view-menu',
  viewName: 'view-name',
  viewNameOk: 'view-name-ok',
  columnsDialog: 'columns-dialog',
  columnsOk: 'columns-ok',
  /** Below the cell that is being edited: the values it may take, and what the typed text means. */
  sheetAssist: 'sheet-assist',
  sheetAssistHint: 'sheet-assist-hint',
  /** The large editor of one cell. */
  sheetLongText: 'sheet-long-text',
  /** 検索と置換 over a grid; sheet-find-place says n 行中 m 番目. */
  sheetFind: 'sheet-find',
  sheetFindPlace: 'sheet-find-place',
  /** What a paste, a fill or a replacement would do; counts: batch-changed, -same, -added, -read-only, -refused, the number is data-count. */
  batchPreview: 'batch-preview',
  batchCount: (key: string): string => `batch-${key}`,
  batchApply: 'batch-apply',
  /** The panel まとめて変更. */
  bulkPanel: 'bulk-panel',
  bulkOutlook: 'bulk-outlook',
  bulkApply: 'bulk-apply',
  bulkUndo: 'bulk-undo',

  /** The field in the top bar, its dialog's field, its lines: palette-entry-undo, palette-entry-open-import, palette-entry-manual-start … */
  paletteButton: 'palette-button',
  paletteInput: 'palette-input',
  paletteEntry: (id: string): string => `palette-entry-${id}`,
  paletteEmpty: 'palette-empty',

  helpButton: 'help-button',
  /** The panel at the right; in it a page or what a search found. */
  help: 'help',
  helpClose: 'help-close',
  helpContents: 'help-contents',
  helpSearch: 'help-search',
  helpPage: 'help-page',
  helpFound: 'help-found',

  welcomeTitle: 'welcome-title-input',
  welcomeCreate: 'welcome-create',
  welcomeOpenFile: 'welcome-open-file',
  welcomeFileInput: 'welcome-file-input',
  welcomeSample: 'welcome-sample',
  welcomeLedger: 'welcome-ledger',
  welcomeRemake: 'welcome-remake',
  welcomeStartError: 'welcome-start-error',

  /** The first run in three steps: on the welcome page and on ホーム. */
  firstSteps: 'first-steps',
  firstStepsClose: 'first-steps-close',

  homeOrganizations: 'home-organizations',
  homeMarks: 'home-marks',
  homeCities: 'home-cities',
  /** Lines of いま手をつけること: home-todo-expired, -unanswered, -import, -imports, -soon, -noDate, -backup. */
  homeTodo: (kind: string): string => `home-todo-${kind}`,
  homeTodos: 'home-todos',
  homeImport: 'home-import',
  homeExport: 'home-export',
  homeRecent: 'home-recent',

  organizationsSearch: 'organizations-search',
  organizationsAdd: 'organizations-add',
  organizationsRemove: 'organizations-remove',
  organizationsTotal: 'organizations-total',
  organizationsSide: 'organizations-side',
  organizationsBulk: 'organizations-bulk',

  measuresPlan: 'measures-plan',
  measuresYear: 'measures-year',
  /** Filter chips: measures-chip-all, measures-chip-◎ …, measures-chip-blank. */
  measuresChip: (key: string): string => `measures-chip-${key}`,
  measuresRepost: 'measures-repost',
  measuresSide: 'measures-side',

  importFileInput: 'import-file-input',
  importPick: 'import-pick',
  importStep: (step: number): string => `import-step-${step}`,
  /** KPI cards: import-kpi-read, -add, -change, -same, -skip, -check; the number is the element's data-count. */
  importKpi: (key: string): string => `import-kpi-${key}`,
  importChip: (key: string): string => `import-chip-${key}`,
  importQuestions: 'import-questions',
  importQuestion: (key: string): string => `import-question-${key}`,
  importHeading: 'import-heading',
  importSheet: 'import-sheet',
  importKind: 'import-kind',
  importHeaderRows: 'import-header-rows',
  importMapping: (column: number): string => `import-mapping-${column}`,
  importHiddenRows: 'import-hidden-rows',
  importHiddenColumns: 'import-hidden-columns',
  importPlanTitle: 'import-plan-title',
  importFiscalYear: 'import-fiscal-year',
  importReanalyze: 'import-reanalyze',
  importApply: 'import-apply',
  importDiscard: 'import-discard',
  importResult: 'import-result',
  importUndo: 'import-undo',
  importNext: 'import-next',

  /** Export cards: export-card-status-list, …; buttons export-create-…. */
  exportCard: (layout: string): string => `export-card-${layout}`,
  exportCreate: (layout: string): string => `export-create-${layout}`,
  exportDate: (layout: string): string => `export-date-${layout}`,
  exportPersonal: (layout: string): string => `export-personal-${layout}`,
  exportResult: 'export-result',

  historyRow: 'history-row',
  /** Who changed the cell under the cursor last. */
  cellHistory: 'cell-history',
  historyUndo: 'history-undo',
  historyExpand: 'history-expand',
  historyMore: 'history-more',

  /** Choices of 画面の見え方: settings-theme-dark, settings-density-comfortable, settings-textSize-large. */
  settingsDisplay: (choice: string, value: string): string => `settings-${choice}-${value}`,
  settingsActor: 'settings-actor',
  settingsCenter: 'settings-center',
  settingsSave: 'settings-save',
  settingsBackup: 'settings-backup',
  settingsBackups: 'settings-backups',
  settingsClose: 'settings-close',
  /** 郵便番号の表: what is in use, its buttons and the file field. */
  settingsPostal: 'settings-postal',
  settingsPostalUpdate: 'settings-postal-update',
  settingsPostalFile: 'settings-postal-file',
  settingsPostalReset: 'settings-postal-reset',
} as const;
