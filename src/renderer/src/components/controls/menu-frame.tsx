import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useEffect, useRef } from 'react';
import { entryTo, type FocusTarget, focusIfLost } from '../../focus.ts';
import popup from './popup.module.css';

/** Where a menu opens: at an element, or at the place that was clicked. */
export interface MenuAnchor {
  readonly getBoundingClientRect: () => DOMRect;
}

export interface MenuPlace {
  readonly anchor: MenuAnchor;
  readonly returnFocusTo: HTMLElement | null;
  /** Opened without a pointer: its first item is highlighted. */
  readonly isByKey: boolean;
}

export interface MenuFrameProps {
  readonly menu: MenuPlace | null;
  /** Takes the keyboard when what had it is gone. */
  readonly fallback: FocusTarget;
  readonly label?: string;
  /** Which edges of the menu and of what it opens at are in one line. */
  readonly align?: 'start' | 'end';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Rather over what it belongs to than cut off: most of these menus are longer than half a window. */
const insideWindow = { side: 'shift', align: 'shift', fallbackAxisSide: 'none' } as const;

/** A menu at the place of `menu`, that gives the keyboard back to where it came from. */
export function MenuFrame({ menu, fallback, label, align = 'start', onClose, children }: MenuFrameProps) {
  const items = useRef<HTMLDivElement>(null);
  // While it fades out the menu stays where it was.
  const last = useRef(menu);
  if (menu !== null) last.current = menu;
  const shown = last.current;

  useEffect(() => {
    if (menu?.isByKey !== true) return;
    const frame = requestAnimationFrame(() => {
      items.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [menu]);

  /** At once and by hand: Base UI would do it a moment later, wherever the keyboard is by then. */
  function giveBack(): false {
    if (!hasKeyboardMoved() && !focusOrigin(shown)) entryTo(fallback)?.focus();
    return false;
  }

  return (
    <Menu.Root
      open={menu !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onOpenChangeComplete={(isOpen) => !isOpen && focusIfLost(fallback)}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={shown?.anchor ?? null}
          align={align}
          sideOffset={4}
          collisionAvoidance={insideWindow}
          className={popup['positioner']}
        >
          <Menu.Popup ref={items} aria-label={label} className={popup['popup']} finalFocus={giveBack}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/**
 * Where it came from; false when that is gone by now. By hand: Base UI takes what can only be focused by a program for
 * a frame around what is meant.
 */
function focusOrigin(menu: MenuPlace | null): boolean {
  const origin = menu?.returnFocusTo;
  if (origin?.isConnected !== true) return false;
  origin.focus({ preventScroll: true });
  return true;
}

/** What was chosen may have taken the keyboard itself: a field to rename in, the message field of a new session. */
function hasKeyboardMoved(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active.closest('[role=menu]') === null;
}
