import type { MenuItemConstructorOptions } from 'electron';
import { desktopMessages } from '#shared/messages/desktop.ts';

export type MenuActions = {
  readonly showLastExport: () => void;
  readonly showAbout: () => void;
};

/**
 * The window's menu. Undo and redo are absent on purpose: Ctrl+Z belongs to the screen, where it undoes a change of the
 * ledger; a menu accelerator would take the key away from it.
 */
export function createMenuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const { menu } = desktopMessages;
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    {
      label: menu.file,
      submenu: [
        { label: menu.showLastExport, click: actions.showLastExport },
        separator,
        { label: menu.quit, role: 'quit' },
      ],
    },
    {
      label: menu.edit,
      submenu: [
        { label: menu.cut, role: 'cut' },
        { label: menu.copy, role: 'copy' },
        { label: menu.paste, role: 'paste' },
        separator,
        { label: menu.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: menu.view,
      submenu: [
        { label: menu.zoomIn, role: 'zoomIn' },
        { label: menu.zoomOut, role: 'zoomOut' },
        { label: menu.resetZoom, role: 'resetZoom' },
        separator,
        { label: menu.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: menu.help, submenu: [{ label: menu.about, click: actions.showAbout }] },
  ];
}
