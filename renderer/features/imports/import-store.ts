import { create } from 'zustand';
import type { ImportChoices, ImportPreview } from '#shared/contract/imports.ts';
import type { CallOutput } from '#shared/contract/index.ts';

export type ImportResult = CallOutput<'imports.apply'>;

export type ImportStage =
  | { readonly name: 'file' }
  | { readonly name: 'columns' | 'rows'; readonly preview: ImportPreview; readonly choices: ImportChoices }
  | { readonly name: 'done'; readonly preview: ImportPreview; readonly result: ImportResult };

type ImportStore = {
  /** Which ledger the preview was made against; another ledger starts at the first step. */
  readonly ledger: string;
  readonly stage: ImportStage;
  readonly queue: readonly File[];
};

/** The import in hand outlives a look at another screen. */
export const useImportStore = create<ImportStore>(() => ({ ledger: '', stage: { name: 'file' }, queue: [] }));

export function setStage(stage: ImportStage): void {
  useImportStore.setState({ stage });
}

export function setQueue(queue: readonly File[]): void {
  useImportStore.setState({ queue });
}

/** Forgets an import that belongs to another ledger. */
export function keepForLedger(ledger: string): void {
  if (useImportStore.getState().ledger !== ledger)
    useImportStore.setState({ ledger, stage: { name: 'file' }, queue: [] });
}
