import { describe, expect, it } from 'vitest';
import { commandForKey, commands, type KeyPress, shortcutParts, toAccelerator } from './commands.ts';

const press = (key: string, held: Partial<Omit<KeyPress, 'key'>> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('commands', () => {
  it('gives no shortcut to two commands', () => {
    const all = commands.flatMap((command) => [...command.shortcuts]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('knows a command by Ctrl on Linux and Windows and by Cmd on macOS', () => {
    expect(commandForKey(press('n', { ctrlKey: true }), false)).toBe('session.new');
    expect(commandForKey(press('n', { metaKey: true }), true)).toBe('session.new');
    expect(commandForKey(press('n', { ctrlKey: true }), true)).toBeUndefined();
  });

  it('tells apart what only Shift tells apart', () => {
    expect(commandForKey(press('Tab', { ctrlKey: true }), false)).toBe('session.switch-back');
    expect(commandForKey(press('Tab', { ctrlKey: true, shiftKey: true }), false)).toBe(
      'session.switch-forth',
    );
    expect(commandForKey(press('N', { ctrlKey: true, shiftKey: true }), false)).toBe('project.new');
  });

  it('takes signs with or without Shift, as layouts differ', () => {
    expect(commandForKey(press('/', { ctrlKey: true, shiftKey: true }), false)).toBe('help.shortcuts');
    expect(commandForKey(press('+', { ctrlKey: true, shiftKey: true }), false)).toBe('view.zoom-in');
    expect(commandForKey(press('=', { ctrlKey: true }), false)).toBe('view.zoom-in');
  });

  it('leaves plain typing alone', () => {
    for (const key of ['a', '1', '/', 'Enter', 'Tab', 'ArrowUp']) {
      expect(commandForKey(press(key), false)).toBeUndefined();
    }
  });

  it('writes shortcuts as each platform does', () => {
    expect(shortcutParts('Mod+Shift+E', false)).toEqual(['Ctrl', 'Shift', 'E']);
    expect(shortcutParts('Mod+Shift+E', true)).toEqual(['⌘', '⇧', 'E']);
    expect(shortcutParts('Mod++', false)).toEqual(['Ctrl', '+']);
  });

  it('writes accelerators for Electron', () => {
    expect(toAccelerator('Mod++')).toBe('CmdOrCtrl+Plus');
    expect(toAccelerator('Alt+ArrowDown')).toBe('Alt+Down');
    expect(toAccelerator('Mod+,')).toBe('CmdOrCtrl+,');
  });
});
