/** How an undo, a redo and the step to a newer version of the ledger are named in 履歴. */
export const undoLabels = {
  undo: (label: string): string => `元に戻す: ${label}`,
  redo: (label: string): string => `やり直し: ${label}`,
  migration: (what: string): string => `台帳を新しい版の形に変更(${what})`,
} as const;
