/**
 * Names of the elements that end-to-end tests hold on to, written as data-testid.
 * Grid cells are found by AG Grid's own attributes: `[row-index="0"] [col-id="name"]` inside `[data-testid="sheet-…"]`.
 */
export const testIds = {
  /** Left navigation: nav-home, nav-organizations, nav-measures, nav-import, nav-export, nav-history, nav-settings. */
  nav: (screen: string): string => `nav-${screen}`,
  /** 保存済み 10:32 in the top bar; the exact moment is the element's data-saved. */
  savedAt: 'saved-at',
  ledgerName: 'ledger-name',
  undoButton: 'undo-button',
  redoButton: 'redo-button',
  actor: 'actor',
  /** The h1 of the screen in front. */
  screenTitle: 'screen-title',
  statusBar: 'status-bar',
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

  welcomeTitle: 'welcome-title-input',
  welcomeCreate: 'welcome-create',
  welcomeOpenFile: 'welcome-open-file',
  welcomeFileInput: 'welcome-file-input',
  welcomeSample: 'welcome-sample',
  welcomeLedger: 'welcome-ledger',
  welcomeStartError: 'welcome-start-error',

  homeOrganizations: 'home-organizations',
  homeMarks: 'home-marks',
  homeExpired: 'home-expired',
  homeImport: 'home-import',
  homeExport: 'home-export',
  homeRecent: 'home-recent',

  organizationsSearch: 'organizations-search',
  organizationsAdd: 'organizations-add',
  organizationsRemove: 'organizations-remove',
  organizationsTotal: 'organizations-total',

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
  historyUndo: 'history-undo',
  historyExpand: 'history-expand',
  historyMore: 'history-more',

  settingsActor: 'settings-actor',
  settingsCenter: 'settings-center',
  settingsSave: 'settings-save',
  settingsBackup: 'settings-backup',
  settingsBackups: 'settings-backups',
  settingsClose: 'settings-close',
} as const;
