import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type Command,
  type CommandId,
  commands,
  type MenuName,
  menuOrder,
  toAccelerator,
} from '#shared/commands.ts';
import { text } from '#shared/text/index.ts';

export interface AppMenu {
  /** Greys out every command that is not in the list. */
  enable(ids: readonly CommandId[]): void;
}

/**
 * The application menu, made from the one list of commands. The window handles the keys (so that tests and users go
 * the same way), the menu only shows them; what a text field does by itself stays the system's.
 */
export function installMenu(choose: (id: CommandId) => void, isMac: boolean): AppMenu {
  const template = menuOrder.map((name) => ({
    label: text.menus[name],
    submenu: [...(name === 'edit' ? textEditing : []), ...commandItems(name, choose)],
  }));
  const menu = Menu.buildFromTemplate([...(isMac ? [{ role: 'appMenu' as const }] : []), ...template]);
  Menu.setApplicationMenu(menu);

  return {
    enable(ids) {
      for (const { id } of commands) {
        const item = menu.getMenuItemById(id);
        if (item !== null) item.enabled = ids.includes(id);
      }
    },
  };
}

const textEditing: readonly MenuItemConstructorOptions[] = [
  { role: 'undo', registerAccelerator: false },
  { role: 'redo', registerAccelerator: false },
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
  { type: 'separator' },
];

function commandItems(menu: MenuName, choose: (id: CommandId) => void): MenuItemConstructorOptions[] {
  return commands.filter((command) => command.menu === menu).map((command) => commandItem(command, choose));
}

function commandItem(
  { id, shortcuts }: Command,
  choose: (id: CommandId) => void,
): MenuItemConstructorOptions {
  const shortcut: string | undefined = shortcuts[0];
  return {
    id,
    label: text.commands[id],
    ...(shortcut === undefined ? {} : { accelerator: toAccelerator(shortcut), registerAccelerator: false }),
    click: () => choose(id),
  };
}
