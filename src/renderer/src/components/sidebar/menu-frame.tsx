import { Menu } from '@base-ui/react/menu';
import { type ReactNode, useRef } from 'react';
import popup from '../controls/popup.module.css';
import type { OpenMenu } from './menu-context.ts';

export interface MenuFrameProps {
  readonly menu: OpenMenu | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A menu at the place of `menu`, that gives the keyboard back to where it came from. */
export function MenuFrame({ menu, onClose, children }: MenuFrameProps) {
  // While it fades out the menu stays where it was.
  const last = useRef(menu);
  if (menu !== null) last.current = menu;
  const shown = last.current;
  return (
    <Menu.Root open={menu !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Menu.Portal>
        <Menu.Positioner
          anchor={shown?.anchor ?? null}
          align="start"
          sideOffset={4}
          className={popup['positioner']}
        >
          <Menu.Popup
            className={popup['popup']}
            finalFocus={() => (hasKeyboardMoved() ? false : (shown?.returnFocusTo ?? true))}
          >
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** What was chosen may have taken the keyboard itself: a field to rename in, the message field of a new session. */
function hasKeyboardMoved(): boolean {
  const active = document.activeElement;
  return active !== null && active !== document.body && active.closest('[role=menu]') === null;
}
