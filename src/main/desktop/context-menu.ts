import { type BrowserWindow, clipboard, Menu, type MenuItemConstructorOptions } from 'electron';
import { text } from '#shared/text/index.ts';
import type { SpellingService } from '../spelling/spelling-service.ts';

/** The right-click menu of text: what can be done with the field, the selection, the misspelt word or the link under the pointer. */
export function installContextMenu(
  window: BrowserWindow,
  spelling: Pick<SpellingService, 'suggest' | 'addWord'>,
): void {
  window.webContents.on('context-menu', async (_event, params) => {
    const { isEditable, selectionText, linkURL, editFlags, misspelledWord } = params;
    const items: MenuItemConstructorOptions[] = [];
    if (isEditable) {
      if (misspelledWord !== '') items.push(...(await spellingItems(window, spelling, misspelledWord)));
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
    if (items.length > 0 && !window.isDestroyed()) Menu.buildFromTemplate(items).popup({ window });
  });
}

async function spellingItems(
  window: BrowserWindow,
  spelling: Pick<SpellingService, 'suggest' | 'addWord'>,
  word: string,
): Promise<readonly MenuItemConstructorOptions[]> {
  const { webContents } = window;
  const suggestions = await spelling.suggest(word);
  const add = async () => {
    // One that cannot be saved holds until Parlor ends.
    await spelling.addWord(word).catch(() => undefined);
    // Written anew, the word is looked at again and loses its mark.
    webContents.replaceMisspelling(word);
  };
  return [
    ...suggestions.map((label) => ({ label, click: () => webContents.replaceMisspelling(label) })),
    ...(suggestions.length === 0 ? [{ label: text.writing.spelling.noSuggestions, enabled: false }] : []),
    { type: 'separator' },
    { label: text.writing.spelling.add(word), click: () => void add() },
    { type: 'separator' },
  ];
}
