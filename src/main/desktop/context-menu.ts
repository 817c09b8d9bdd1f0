import { type BrowserWindow, clipboard, Menu, type MenuItemConstructorOptions } from 'electron';
import { text } from '#shared/text/index.ts';

/** The right-click menu of text: what can be done with the field, the selection or the link under the pointer. */
export function installContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, linkURL, editFlags }) => {
    const items: MenuItemConstructorOptions[] = [];
    if (isEditable) {
      items.push(
        { role: 'cut', enabled: editFlags.canCut },
        { role: 'copy', enabled: editFlags.canCopy },
        { role: 'paste', enabled: editFlags.canPaste },
        { type: 'separator' },
        { role: 'selectAll', enabled: editFlags.canSelectAll },
      );
    } else if (selectionText.trim() !== '') {
      items.push({ role: 'copy' });
    }
    if (linkURL !== '') {
      items.push({ label: text.main.contextMenu.copyLink, click: () => void clipboard.writeText(linkURL) });
    }
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
