import type { BrowserWindowConstructorOptions } from 'electron';
import { desktopMessages } from '#shared/messages/desktop.ts';

/** The one window (checklist rows 2 to 4, 6, 8 to 11). Every security switch is written out, also where it is the default. */
export function createWindowOptions(options: {
  readonly preload: string;
  readonly devTools: boolean;
}): BrowserWindowConstructorOptions {
  return {
    title: desktopMessages.programName,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: options.preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spell checker would fetch dictionaries from the network.
      spellcheck: false,
      devTools: options.devTools,
    },
  };
}
