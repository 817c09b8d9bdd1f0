/** The menus, in the order of menu bar and cheat sheet. */
export const menuOrder = ['file', 'edit', 'view', 'session', 'help'] as const;
/** Where a command stands in the application menu. */
export type MenuName = (typeof menuOrder)[number];

interface CommandDefinition {
  readonly id: string;
  readonly menu: MenuName;
  /**
   * Default shortcuts; the first one is shown. `Mod` is Cmd on macOS and Ctrl elsewhere, the last part is a
   * `KeyboardEvent.key` (letters in upper case).
   */
  readonly shortcuts: readonly string[];
}

/**
 * Every action of the user, once: menu, key handling and cheat sheet all read this list.
 * Titles are in the catalogue (`text.commands`). What a text field does by itself (copy, paste, undo) is the system's.
 */
export const commands = [
  { id: 'session.new', menu: 'file', shortcuts: ['Mod+N'] },
  { id: 'project.new', menu: 'file', shortcuts: ['Mod+Shift+N'] },
  { id: 'palette.open', menu: 'file', shortcuts: ['Mod+K'] },
  { id: 'composer.attach', menu: 'file', shortcuts: ['Mod+U'] },
  { id: 'composer.attach-folder', menu: 'file', shortcuts: [] },
  { id: 'session.export', menu: 'file', shortcuts: ['Mod+Shift+E'] },
  { id: 'session.import', menu: 'file', shortcuts: ['Mod+O'] },
  { id: 'library.backup', menu: 'file', shortcuts: [] },
  { id: 'session.print', menu: 'file', shortcuts: ['Mod+P'] },
  { id: 'app.settings', menu: 'file', shortcuts: ['Mod+,'] },
  { id: 'app.quit', menu: 'file', shortcuts: ['Mod+Q'] },

  { id: 'edit.undo-delete', menu: 'edit', shortcuts: ['Mod+Z'] },
  { id: 'answer.copy-last', menu: 'edit', shortcuts: ['Mod+Shift+C'] },

  { id: 'session.find', menu: 'edit', shortcuts: ['Mod+F'] },
  { id: 'search.open', menu: 'edit', shortcuts: ['Mod+Shift+F'] },

  { id: 'focus.composer', menu: 'view', shortcuts: ['Mod+J'] },
  { id: 'focus.transcript', menu: 'view', shortcuts: ['Mod+Shift+J'] },
  { id: 'focus.sidebar', menu: 'view', shortcuts: ['Mod+Shift+L'] },
  { id: 'history.open', menu: 'view', shortcuts: ['Mod+L'] },
  { id: 'statistics.open', menu: 'view', shortcuts: ['Mod+Shift+S'] },
  { id: 'trash.open', menu: 'view', shortcuts: ['Mod+Shift+T'] },
  { id: 'prompts.open', menu: 'view', shortcuts: ['Mod+Shift+I'] },
  { id: 'view.toggle-sidebar', menu: 'view', shortcuts: ['Mod+B'] },
  { id: 'view.zoom-in', menu: 'view', shortcuts: ['Mod+=', 'Mod++'] },
  { id: 'view.zoom-out', menu: 'view', shortcuts: ['Mod+-'] },
  { id: 'view.zoom-reset', menu: 'view', shortcuts: ['Mod+0'] },

  { id: 'session.switch-back', menu: 'session', shortcuts: ['Ctrl+Tab'] },
  { id: 'session.switch-forth', menu: 'session', shortcuts: ['Ctrl+Shift+Tab'] },
  { id: 'session.next', menu: 'session', shortcuts: ['Alt+ArrowDown'] },
  { id: 'session.previous', menu: 'session', shortcuts: ['Alt+ArrowUp'] },
  { id: 'session.go-to-1', menu: 'session', shortcuts: ['Mod+1'] },
  { id: 'session.go-to-2', menu: 'session', shortcuts: ['Mod+2'] },
  { id: 'session.go-to-3', menu: 'session', shortcuts: ['Mod+3'] },
  { id: 'session.go-to-4', menu: 'session', shortcuts: ['Mod+4'] },
  { id: 'session.go-to-5', menu: 'session', shortcuts: ['Mod+5'] },
  { id: 'session.go-to-6', menu: 'session', shortcuts: ['Mod+6'] },
  { id: 'session.go-to-7', menu: 'session', shortcuts: ['Mod+7'] },
  { id: 'session.go-to-8', menu: 'session', shortcuts: ['Mod+8'] },
  { id: 'session.go-to-9', menu: 'session', shortcuts: ['Mod+9'] },
  { id: 'session.model', menu: 'session', shortcuts: ['Mod+Shift+M'] },
  { id: 'session.parameters', menu: 'session', shortcuts: ['Mod+Shift+P'] },
  { id: 'session.rename', menu: 'session', shortcuts: ['F2'] },
  { id: 'session.info', menu: 'session', shortcuts: ['Mod+I'] },
  { id: 'session.tree', menu: 'session', shortcuts: ['Mod+Shift+B'] },
  { id: 'messages.select', menu: 'session', shortcuts: ['Mod+Shift+X'] },
  { id: 'session.pin', menu: 'session', shortcuts: ['Mod+Shift+D'] },
  { id: 'session.archive', menu: 'session', shortcuts: ['Mod+Shift+A'] },
  { id: 'session.move', menu: 'session', shortcuts: ['Mod+Shift+O'] },
  { id: 'session.tags', menu: 'session', shortcuts: ['Mod+Shift+G'] },
  { id: 'prompts.save-draft', menu: 'session', shortcuts: [] },
  { id: 'session.duplicate', menu: 'session', shortcuts: [] },
  { id: 'session.merge', menu: 'session', shortcuts: [] },
  { id: 'session.delete', menu: 'session', shortcuts: ['Mod+Shift+Backspace'] },
  { id: 'answer.stop', menu: 'session', shortcuts: ['Escape'] },
  { id: 'answer.retry', menu: 'session', shortcuts: ['Mod+Shift+R'] },
  { id: 'answer.continue', menu: 'session', shortcuts: ['Mod+Shift+Y'] },
  { id: 'session.models', menu: 'session', shortcuts: ['Mod+Shift+K'] },

  { id: 'help.shortcuts', menu: 'help', shortcuts: ['Mod+/'] },
  { id: 'help.slash', menu: 'help', shortcuts: [] },
] as const satisfies readonly CommandDefinition[];

export type Command = (typeof commands)[number];
export type CommandId = Command['id'];

export const commandIds: readonly CommandId[] = commands.map((command) => command.id);

/** The part of a keyboard event that a shortcut is compared with. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The command a key press means, if any. `isMac` decides what `Mod` is. */
export function commandForKey(press: KeyPress, isMac: boolean): CommandId | undefined {
  return commands.find((command) => command.shortcuts.some((shortcut) => isShortcut(shortcut, press, isMac)))
    ?.id;
}

/** Whether a key press is a shortcut of this notation. */
export function isShortcut(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const { key, modifiers } = parseShortcut(shortcut);
  const wantsCtrl = modifiers.has('Ctrl') || (modifiers.has('Mod') && !isMac);
  const wantsMeta = modifiers.has('Mod') && isMac;
  // A sign such as + or / may need Shift on some layouts, so Shift is compared for letters and named keys only.
  const isSign = key.length === 1 && !/[A-Z0-9]/.test(key);
  return (
    press.key.toUpperCase() === key.toUpperCase() &&
    press.ctrlKey === wantsCtrl &&
    press.metaKey === wantsMeta &&
    press.altKey === modifiers.has('Alt') &&
    (isSign || press.shiftKey === modifiers.has('Shift'))
  );
}

function parseShortcut(shortcut: string): { readonly key: string; readonly modifiers: ReadonlySet<string> } {
  const key = shortcut.endsWith('++') ? '+' : shortcut.slice(shortcut.lastIndexOf('+') + 1);
  const modifiers = shortcut
    .slice(0, -key.length)
    .split('+')
    .filter((part) => part !== '');
  return { key, modifiers: new Set(modifiers) };
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };
const keySigns: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Escape: 'Esc',
  Backspace: '⌫',
};

/** A shortcut as the platform writes it, part by part: ['Ctrl', 'Shift', 'E'] or ['⇧', '⌘', 'E']. */
export function shortcutParts(shortcut: string, isMac: boolean): readonly string[] {
  const { key, modifiers } = parseShortcut(shortcut);
  const names = [...modifiers].map((name) =>
    isMac ? (macSigns[name] ?? name) : name === 'Mod' ? 'Ctrl' : name,
  );
  return [...names, keySigns[key] ?? key];
}

/** A shortcut in the notation of Electron's menus. */
export function toAccelerator(shortcut: string): string {
  const { key, modifiers } = parseShortcut(shortcut);
  const names = [...modifiers].map((name) => (name === 'Mod' ? 'CmdOrCtrl' : name));
  const acceleratorKey = key === '+' ? 'Plus' : key.replace(/^Arrow/, '');
  return [...names, acceleratorKey].join('+');
}
