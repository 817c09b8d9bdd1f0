import type { KeyPress } from '#shared/commands.ts';

export type MessageKeyIntent =
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  /** `isPlain`: a key that scrolls where no message has the keyboard. */
  | { readonly kind: 'beginning' | 'end'; readonly isPlain: boolean }
  | { readonly kind: 'leave' }
  | { readonly kind: 'menu' }
  /** Perhaps the key of an action. */
  | { readonly kind: 'other'; readonly press: KeyPress };

/** What a key means in the transcript; null = it belongs to somebody else. */
export function intentOf(press: KeyPress): MessageKeyIntent | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const { key, shiftKey } = press;
  if (key === 'F10') return shiftKey ? { kind: 'menu' } : null;
  if (key === 'ContextMenu') return { kind: 'menu' };
  if (key === 'G') return { kind: 'end', isPlain: false };
  if (shiftKey) return { kind: 'other', press };
  switch (key) {
    case 'j':
    case 'J':
      return { kind: 'step', by: 1 };
    case 'k':
    case 'K':
      return { kind: 'step', by: -1 };
    case 'g':
      return { kind: 'beginning', isPlain: false };
    case 'Home':
      return { kind: 'beginning', isPlain: true };
    case 'End':
      return { kind: 'end', isPlain: true };
    case 'Escape':
      return { kind: 'leave' };
    case ' ':
    case 'Enter':
    case 'Tab':
      return null;
    default:
      return { kind: 'other', press };
  }
}
