/** How an undo and a redo are named in 履歴. */
export const undoLabels = {
  undo: (label: string): string => `元に戻す: ${label}`,
  redo: (label: string): string => `やり直し: ${label}`,
} as const;
