import { type CommandId, commands, shortcutParts } from '#shared/commands.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';

/** The first shortcut of a command, written for this platform: "Ctrl+N" or "⌘N". */
export function useShortcut(id: CommandId): string {
  const onMac = useSettingsStore(isMac);
  const shortcut = commands.find((command) => command.id === id)?.shortcuts[0] ?? '';
  return shortcutParts(shortcut, onMac).join(onMac ? '' : '+');
}
