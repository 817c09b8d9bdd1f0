import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusIfLost } from '../../focus.ts';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';

export interface MenuFrameProps {
  readonly menu: OpenMenu | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Rather over what it belongs to than cut off: most of these menus are longer than half a window. */
const insideWindow = { side: 'shift', align: 'shift', fallbackAxisSide: 'none' } as const;

/** A menu at the place of `menu`, that gives the keyboard back to where it came from. */
export function MenuFrame({ menu, onClose, children }: MenuFrameProps) {
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

  return (
    <Menu.Root
      open={menu !== null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onOpenChangeComplete={(isOpen) => !isOpen && focusIfLost('sidebar')}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={shown?.anchor ?? null}
          align="start"
          sideOffset={4}
          collisionAvoidance={insideWindow}
          className={popup['positioner']}
        >
          <Menu.Popup
            ref={items}
            className={popup['popup']}
            finalFocus={() => (hasKeyboardMoved() ? false : focusAfter(shown))}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Where it came from; what had the keyboard may be gone by now. */
function focusAfter(menu: OpenMenu | null): HTMLElement | true {
  const origin = menu?.returnFocusTo;
  return origin?.isConnected === true ? origin : true;
}

/** What was chosen may have taken the keyboard itself: a field to rename in, the message field of a new session. */
function hasKeyboardMoved(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active.closest('[role=menu]') === null;
}
