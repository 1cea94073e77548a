import type { BrowserWindow, Dialog, FileFilter } from 'electron';
import { desktopMessages } from '#shared/messages/desktop.ts';

/** The native dialogs the program uses; each answers with one path or null when the user closed it. */
export type Dialogs = {
  pickLedger(): Promise<string | null>;
  pickImport(): Promise<string | null>;
  pickTarget(fileName: string): Promise<string | null>;
};

const ledgerFilters: FileFilter[] = [{ name: desktopMessages.ledgerFiles, extensions: ['daicho'] }];
const importFilters: FileFilter[] = [
  { name: desktopMessages.importFiles, extensions: ['xlsx', 'xlsm', 'xls', 'ods', 'csv'] },
  { name: desktopMessages.allFiles, extensions: ['*'] },
];

export function createDialogs(dialog: Dialog, window: () => BrowserWindow): Dialogs {
  const pick = async (title: string, filters: FileFilter[]): Promise<string | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), { title, filters, properties: ['openFile'] });
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    pickLedger: () => pick(desktopMessages.pickLedgerTitle, ledgerFilters),
    pickImport: () => pick(desktopMessages.pickImportTitle, importFilters),
    async pickTarget(fileName) {
      const title = desktopMessages.saveExportTitle;
      const { canceled, filePath } = await dialog.showSaveDialog(window(), { title, defaultPath: fileName });
      return canceled || filePath === '' ? null : filePath;
    },
  };
}
